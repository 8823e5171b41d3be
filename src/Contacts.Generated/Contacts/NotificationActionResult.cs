using System.Text.Json.Serialization;

namespace Contacts.Generated;

// A successful status without a body counts as success: the service promises the field, but does not always send it.
public partial class NotificationActionResult
{
    /// <summary>Whether the action succeeded: true for any successful response, unless its body says otherwise.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.Success")]
    public bool Success
    {
        get => RawSuccess ?? true;
        set => RawSuccess = value;
    }
}
