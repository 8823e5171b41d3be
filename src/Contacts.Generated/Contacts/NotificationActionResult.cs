using System.Text.Json.Serialization;

namespace Contacts.Generated;

// Success without a body: the service promises the field, but any 2xx means it.
public partial class NotificationActionResult
{
    /// <summary>Whether it was done: true for any successful answer, unless its body says otherwise.</summary>
    [Newtonsoft.Json.JsonIgnore]
    [JsonIgnore, JsonPropertyName("$.Success")]
    public bool Success
    {
        get => RawSuccess ?? true;
        set => RawSuccess = value;
    }
}
