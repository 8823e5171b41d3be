using System.Text.Json.Serialization;

namespace Contacts.Generated;

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
