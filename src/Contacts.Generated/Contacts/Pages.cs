using System.Text.Json.Serialization;

namespace Contacts.Generated;

// The total count: the service's two numbers swap places between deployments.
public partial class ContactPage
{
    /// <summary>
    /// The number of contacts on all pages; null if the service does not say. The larger of the two numbers that it sends.
    /// </summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.Total")]
    public int? Total
    {
        get => PageTotal.Of(RawCount, RawTotal);
        set => (RawCount, RawTotal) = (value, null);
    }
}

// The total count: the service's two numbers swap places between deployments.
public partial class NotificationPage
{
    /// <summary>
    /// The number of notifications on all pages; null if the service does not say. The larger of the two numbers that it sends.
    /// </summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.Total")]
    public int? Total
    {
        get => PageTotal.Of(RawCount, RawTotal);
        set => (RawCount, RawTotal) = (value, null);
    }
}

/// <summary>The total count of a list, from the two numbers that the service sends, one of which counts only the page.</summary>
internal static class PageTotal
{
    public static int? Of(int? count, int? total) => count is null ? total : total is null ? count : Math.Max(count.Value, total.Value);
}
