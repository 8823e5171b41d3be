using Microsoft.Kiota.Abstractions.Serialization;

namespace Contacts.Generated.Benchmarks.Contenders.Kiota;

/// <summary>A contact in the form that Kiota generates: a table of field readers, and a writer.</summary>
internal sealed class KiotaContact : IParsable, IAdditionalDataHolder
{
    public string? ObjectName { get; set; }

    public string? Id { get; set; }

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

    public string? OdooContactId { get; set; }

    public UntypedNode? AdditionalParams { get; set; }

    public List<string>? Labels { get; set; }

    public DateTimeOffset? LastSeen { get; set; }

    public bool? IsPresence { get; set; }

    public string? DocName { get; set; }

    public string? ProviderUserId { get; set; }

    public string? BoardId { get; set; }

    public string? BoardItemId { get; set; }

    public string? RawLanguage { get; set; }

    public string? Action { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }

    public IDictionary<string, object> AdditionalData { get; set; } = new Dictionary<string, object>();

    public static KiotaContact CreateFromDiscriminatorValue(IParseNode node) => new();

    public IDictionary<string, Action<IParseNode>> GetFieldDeserializers() => new Dictionary<string, Action<IParseNode>>
    {
        ["object_name"] = node => ObjectName = node.GetStringValue(),
        ["id"] = node => Id = node.GetStringValue(),
        ["organization_id"] = node => OrganizationId = node.GetStringValue(),
        ["business_unit_id"] = node => BusinessUnitId = node.GetStringValue(),
        ["channel_id"] = node => ChannelId = node.GetStringValue(),
        ["channel_type"] = node => ChannelType = node.GetStringValue(),
        ["display_name"] = node => DisplayName = node.GetStringValue(),
        ["first_name"] = node => FirstName = node.GetStringValue(),
        ["last_name"] = node => LastName = node.GetStringValue(),
        ["email"] = node => Email = node.GetStringValue(),
        ["area_code"] = node => AreaCode = node.GetStringValue(),
        ["phone_number"] = node => PhoneNumber = node.GetStringValue(),
        ["avatar_url"] = node => AvatarUrl = node.GetStringValue(),
        ["gender"] = node => Gender = node.GetStringValue(),
        ["language"] = node => Language = node.GetStringValue(),
        ["time_zone"] = node => TimeZone = node.GetStringValue(),
        ["remark"] = node => Remark = node.GetStringValue(),
        ["title"] = node => Title = node.GetStringValue(),
        ["position"] = node => Position = node.GetStringValue(),
        ["company_name"] = node => CompanyName = node.GetStringValue(),
        ["location"] = node => Location = node.GetStringValue(),
        ["birthday"] = node => Birthday = node.GetStringValue(),
        ["whatsapp_id"] = node => WhatsappId = node.GetStringValue(),
        ["facebook_id"] = node => FacebookId = node.GetStringValue(),
        ["messenger_id"] = node => MessengerId = node.GetStringValue(),
        ["wechat_id"] = node => WechatId = node.GetStringValue(),
        ["line_id"] = node => LineId = node.GetStringValue(),
        ["instagram_id"] = node => InstagramId = node.GetStringValue(),
        ["odooContactID"] = node => OdooContactId = node.GetStringValue(),
        ["additional_params"] = node => AdditionalParams = node.GetObjectValue(UntypedNode.CreateFromDiscriminatorValue),
        ["labels"] = node => Labels = node.GetCollectionOfPrimitiveValues<string>()?.ToList(),
        ["last_seen"] = node => LastSeen = node.GetDateTimeOffsetValue(),
        ["is_presence"] = node => IsPresence = node.GetBoolValue(),
        ["doc_name"] = node => DocName = node.GetStringValue(),
        ["provider_user_id"] = node => ProviderUserId = node.GetStringValue(),
        ["board_id"] = node => BoardId = node.GetStringValue(),
        ["board_item_id"] = node => BoardItemId = node.GetStringValue(),
        ["_language"] = node => RawLanguage = node.GetStringValue(),
        ["action"] = node => Action = node.GetStringValue(),
        ["created_at"] = node => CreatedAt = node.GetDateTimeOffsetValue(),
        ["updated_at"] = node => UpdatedAt = node.GetDateTimeOffsetValue(),
    };

    public void Serialize(ISerializationWriter writer)
    {
        writer.WriteStringValue("object_name", ObjectName);
        writer.WriteStringValue("id", Id);
        writer.WriteStringValue("organization_id", OrganizationId);
        writer.WriteStringValue("business_unit_id", BusinessUnitId);
        writer.WriteStringValue("channel_id", ChannelId);
        writer.WriteStringValue("channel_type", ChannelType);
        writer.WriteStringValue("display_name", DisplayName);
        writer.WriteStringValue("first_name", FirstName);
        writer.WriteStringValue("last_name", LastName);
        writer.WriteStringValue("email", Email);
        writer.WriteStringValue("area_code", AreaCode);
        writer.WriteStringValue("phone_number", PhoneNumber);
        writer.WriteStringValue("avatar_url", AvatarUrl);
        writer.WriteStringValue("gender", Gender);
        writer.WriteStringValue("language", Language);
        writer.WriteStringValue("time_zone", TimeZone);
        writer.WriteStringValue("remark", Remark);
        writer.WriteStringValue("title", Title);
        writer.WriteStringValue("position", Position);
        writer.WriteStringValue("company_name", CompanyName);
        writer.WriteStringValue("location", Location);
        writer.WriteStringValue("birthday", Birthday);
        writer.WriteStringValue("whatsapp_id", WhatsappId);
        writer.WriteStringValue("facebook_id", FacebookId);
        writer.WriteStringValue("messenger_id", MessengerId);
        writer.WriteStringValue("wechat_id", WechatId);
        writer.WriteStringValue("line_id", LineId);
        writer.WriteStringValue("instagram_id", InstagramId);
        writer.WriteStringValue("odooContactID", OdooContactId);
        writer.WriteObjectValue("additional_params", AdditionalParams);
        writer.WriteCollectionOfPrimitiveValues("labels", Labels);
        writer.WriteDateTimeOffsetValue("last_seen", LastSeen);
        writer.WriteBoolValue("is_presence", IsPresence);
        writer.WriteStringValue("doc_name", DocName);
        writer.WriteStringValue("provider_user_id", ProviderUserId);
        writer.WriteStringValue("board_id", BoardId);
        writer.WriteStringValue("board_item_id", BoardItemId);
        writer.WriteStringValue("_language", RawLanguage);
        writer.WriteStringValue("action", Action);
        writer.WriteDateTimeOffsetValue("created_at", CreatedAt);
        writer.WriteDateTimeOffsetValue("updated_at", UpdatedAt);
        writer.WriteAdditionalData(AdditionalData);
    }
}
