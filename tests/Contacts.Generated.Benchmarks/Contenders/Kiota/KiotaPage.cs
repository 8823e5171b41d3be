using Microsoft.Kiota.Abstractions.Serialization;

namespace Contacts.Generated.Benchmarks.Contenders.Kiota;

/// <summary>A page of contacts in the form that Kiota generates.</summary>
internal sealed class KiotaPage : IParsable, IAdditionalDataHolder
{
    public string? ObjectName { get; set; }

    public List<KiotaContact>? Data { get; set; }

    public bool? HasMore { get; set; }

    public int? Count { get; set; }

    public int? Total { get; set; }

    public UntypedNode? Nested { get; set; }

    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();

    public static KiotaPage CreateFromDiscriminatorValue(IParseNode node) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["object_name"] = node => ObjectName = node.GetStringValue(),
        ["data"] = node => Data = node.GetCollectionOfObjectValues(KiotaContact.CreateFromDiscriminatorValue)?.ToList(),
        ["has_more"] = node => HasMore = node.GetBoolValue(),
        ["count"] = node => Count = node.GetIntValue(),
        ["total"] = node => Total = node.GetIntValue(),
        ["nested"] = node => Nested = node.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteStringValue("object_name", ObjectName);
        writer.WriteCollectionOfObjectValues("data", Data);
        writer.WriteBoolValue("has_more", HasMore);
        writer.WriteIntValue("count", Count);
        writer.WriteIntValue("total", Total);
        writer.WriteObjectValue("nested", Nested);
        writer.WriteAdditionalData(AdditionalData);
    }
}
