namespace Contacts.Generated.Testing;

/// <summary>
/// A string field of a contact: its name on the wire, whether null sets it to null or to an empty string, and whether only the creation of
/// a contact can set it.
/// </summary>
internal sealed record ContactField(
    string Name, Func<Contact, string?> Get, Action<Contact, string?> Set, bool Nullable = false, bool OnlyNew = false)
{
    /// <summary>The fields that a request may set.</summary>
    public static IReadOnlyList<ContactField> Writable { get; } =
    [
        new("channel_id", c => c.ChannelId, (c, v) => c.ChannelId = v, OnlyNew: true),
        new("channel_type", c => c.ChannelType?.Value, (c, v) => c.ChannelType = v is null or "" ? ChannelType.Web : v, OnlyNew: true),
        new("provider_user_id", c => c.ProviderUserId, (c, v) => c.ProviderUserId = v, OnlyNew: true),
        new("bu_id", c => c.BusinessUnitId, (c, v) => c.BusinessUnitId = v is "" ? SyntheticWorld.BusinessUnit : v, OnlyNew: true),
        new("display_name", c => c.DisplayName, (c, v) => c.DisplayName = v),
        new("first_name", c => c.FirstName, (c, v) => c.FirstName = v),
        new("last_name", c => c.LastName, (c, v) => c.LastName = v),
        new("email", c => c.Email, (c, v) => c.Email = v, Nullable: true),
        new("area_code", c => c.AreaCode, (c, v) => c.AreaCode = v),
        new("phone_number", c => c.PhoneNumber, (c, v) => c.PhoneNumber = v),
        new("avatar_url", c => c.AvatarUrl, (c, v) => c.AvatarUrl = v, Nullable: true),
        new("gender", c => c.Gender, (c, v) => c.Gender = v),
        new("language", c => c.Language, (c, v) => c.Language = v),
        new("time_zone", c => c.TimeZone, (c, v) => c.TimeZone = v),
        new("remark", c => c.Remark, (c, v) => c.Remark = v),
        new("title", c => c.Title, (c, v) => c.Title = v),
        new("position", c => c.Position, (c, v) => c.Position = v),
        new("company_name", c => c.CompanyName, (c, v) => c.CompanyName = v),
        new("location", c => c.Location, (c, v) => c.Location = v),
        new("birthday", c => c.Birthday, (c, v) => c.Birthday = v, Nullable: true),
        new("whatsapp_id", c => c.WhatsAppId, (c, v) => c.WhatsAppId = v),
        new("facebook_id", c => c.FacebookId, (c, v) => c.FacebookId = v),
        new("messenger_id", c => c.MessengerId, (c, v) => c.MessengerId = v),
        new("wechat_id", c => c.WeChatId, (c, v) => c.WeChatId = v),
        new("line_id", c => c.LineId, (c, v) => c.LineId = v),
        new("instagram_id", c => c.InstagramId, (c, v) => c.InstagramId = v),
    ];

    private static readonly Dictionary<string, ContactField> _byName = Writable.ToDictionary(field => field.Name, StringComparer.Ordinal);

    public static ContactField? Find(string name) => _byName.GetValueOrDefault(name);
}
