using Microsoft.Kiota.Abstractions.Serialization;

namespace Contacts.Generated.Benchmarks.Contenders.Kiota;

/// <summary>One contact, wrapped.</summary>
internal sealed class KiotaEnvelope : IParsable
{
    public KiotaContact? Data { get; set; }

    public static KiotaEnvelope CreateFromDiscriminatorValue(IParseNode node) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["data"] = node => Data = node.GetObjectValue(KiotaContact.CreateFromDiscriminatorValue),
    };

    public void Serialize(ISerializationWriter writer) => writer.WriteObjectValue("data", Data);
}
