using Microsoft.Kiota.Abstractions.Serialization;

namespace Contacts.Generated.Benchmarks.Contenders.Kiota;

/// <summary>What to change of a contact.</summary>
internal sealed class KiotaUpdate : IParsable
{
    public string? DisplayName { get; set; }

    public string? Remark { get; set; }

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["display_name"] = node => DisplayName = node.GetStringValue(),
        ["remark"] = node => Remark = node.GetStringValue(),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteStringValue("display_name", DisplayName);
        writer.WriteStringValue("remark", Remark);
    }
}
