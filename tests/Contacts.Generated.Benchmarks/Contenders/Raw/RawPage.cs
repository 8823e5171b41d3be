using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contacts.Generated.Benchmarks.Contenders.Raw;

/// <summary>A page of contacts.</summary>
internal sealed class RawPage
{
    public string? ObjectName { get; set; }

    public List<RawContact> Data { get; set; } = [];

    public bool? HasMore { get; set; }

    public int? Count { get; set; }

    public int? Total { get; set; }

    public Dictionary<string, JsonElement>? Nested { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
