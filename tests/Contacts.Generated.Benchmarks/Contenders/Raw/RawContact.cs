using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contacts.Generated.Benchmarks.Contenders.Raw;

/// <summary>
/// A contact as somebody would write it who calls the service with HttpClient: the properties that ours has, and a place for other fields.
/// </summary>
internal sealed class RawContact
{
    public string? ObjectName { get; set; }

    public string Id { get; set; } = "";

    public string? OrganizationId { get; set; }

    public string? BusinessUnitId { get; set; }

    public string? ChannelId { get; set; }

    public string? ChannelType { get; set; }

    public string? DisplayName { get; set; }

    public string? FirstName { get; set; }

    public string? LastName { get; set; }

    public string? Email { get; set; }

    public string? AreaCode { get; set; }

    public string? PhoneNumber { get; set; }

    public string? AvatarUrl { get; set; }

    public string? Gender { get; set; }

    public string? Language { get; set; }

    public string? TimeZone { get; set; }

    public string? Remark { get; set; }

    public string? Title { get; set; }

    public string? Position { get; set; }

    public string? CompanyName { get; set; }

    public string? Location { get; set; }

    public string? Birthday { get; set; }

    public string? WhatsappId { get; set; }

    public string? FacebookId { get; set; }

    public string? MessengerId { get; set; }

    public string? WechatId { get; set; }

    public string? LineId { get; set; }

    public string? InstagramId { get; set; }

    [JsonPropertyName("odooContactID")]
    public string? OdooContactId { get; set; }

    public Dictionary<string, JsonElement>? AdditionalParams { get; set; }

    public List<string>? Labels { get; set; }

    public DateTimeOffset? LastSeen { get; set; }

    public bool? IsPresence { get; set; }

    public string? DocName { get; set; }

    public string? ProviderUserId { get; set; }

    public string? BoardId { get; set; }

    public string? BoardItemId { get; set; }

    [JsonPropertyName("_language")]
    public string? RawLanguage { get; set; }

    public string? Action { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; set; }
}
