using System.Text.Json.Serialization;

namespace Contacts.Generated;

// The grand total: the service's two numbers change places between deployments.
public partial class NotificationPage
{
    /// <summary>How many notifications there are on all pages, or null where the service does not say. The larger of the two numbers that it sends.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.Total")]
    public int? Total
    {
        get => PageTotal.Of(RawCount, RawTotal);
        set => (RawCount, RawTotal) = (value, null);
    }
}
