using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>
/// The dialect that the vendor's reference promises: bare objects and lists, and only the fields that it names, beside those that lead from
/// a contact to the data board.
/// </summary>
internal sealed class VendorSdkDialect : EmulatorDialect
{
    public override Reply Contacts(IReadOnlyList<Contact> contacts, int count, PageRequest page) => Page(contacts, Write, count, page);

    public override Reply Contact(Contact contact) => Reply.Json(writer => Write(writer, contact));

    /// <summary>The vendor's own tests have a new contact's id under "_id".</summary>
    public override Reply Created(Contact contact) => Reply.Json(writer => Write(writer, contact, isNew: true));

    public override Reply Updated(Contact contact) => Contact(contact);

    public override Reply Conversations(IReadOnlyList<Conversation> conversations) => List(conversations, Write);

    public override Reply Comments(IReadOnlyList<ContactComment> comments, int count, PageRequest page) => List(comments, Write);

    public override Reply Comment(ContactComment comment) => Reply.Json(writer => Write(writer, comment));

    public override Reply CreatedComment(ContactComment comment) => Comment(comment);

    public override Reply Files(IReadOnlyList<ContactFile> files) => List(files, Write);

    public override Reply Activities(IReadOnlyList<ConversationActivity> activities) => List(activities, Write);

    public override Reply Notifications(IReadOnlyList<Notification> notifications, int count, int unread, PageRequest page) =>
        Page(notifications, Write, count, page);

    public override Reply Done() => Reply.JsonObject(static writer => writer.WriteBoolean("success", true));

    private static Reply Page<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write, int count, PageRequest page) =>
        Reply.JsonObject(writer =>
        {
            writer.WritePropertyName("data");
            WriteAll(writer, items, write);
            writer.WriteNumber("total", count);
            writer.WriteNumber("page", (page.Skip / page.Limit) + 1);
            writer.WriteNumber("limit", page.Limit);
        });

    private static Reply List<T>(IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write) =>
        Reply.Json(writer => WriteAll(writer, items, write));

    private static void WriteAll<T>(Utf8JsonWriter writer, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item);
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Contact contact) => Write(writer, contact, isNew: false);

    private static void Write(Utf8JsonWriter writer, Contact contact, bool isNew)
    {
        writer.WriteStartObject();
        writer.WriteString("object_name", "contact");
        if (isNew)
        {
            writer.WriteString("_id", contact.Id);
        }

        writer.WriteString("id", contact.Id);
        writer.WriteString("organization_id", contact.OrganizationId ?? SyntheticWorld.Organization);
        WriteText(writer, "display_name", contact.DisplayName);
        WriteText(writer, "email", contact.Email);
        WriteText(writer, "phone_number", contact.PhoneNumber);
        WriteText(writer, "avatar_url", contact.AvatarUrl);
        writer.WriteString("board_id", contact.BoardId);
        writer.WriteString("board_item_id", contact.BoardItemId);
        WriteTime(writer, "created_at", contact.CreatedAt);
        WriteTime(writer, "updated_at", contact.UpdatedAt ?? contact.CreatedAt);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Conversation conversation)
    {
        writer.WriteStartObject();
        writer.WriteString("object_name", "conversation");
        writer.WriteString("id", conversation.Id);
        writer.WriteString("organization_id", conversation.OrganizationId);
        writer.WriteString("business_unit_id", conversation.BusinessUnitId);
        writer.WriteString("channel_id", conversation.ChannelId);
        writer.WriteString("channel_type", conversation.ChannelType?.Value);
        writer.WriteString("contact_id", conversation.ContactId);
        writer.WriteString("status", conversation.Status);
        writer.WriteString("name", conversation.Name);
        WriteTime(writer, "timestamp", conversation.Timestamp);
        writer.WriteStartArray("users");
        if (conversation.AssignFrom is { } agent)
        {
            writer.WriteStartObject();
            writer.WriteString("object_name", "user");
            writer.WriteString("id", agent);
            writer.WriteString("display_name", SyntheticWorld.Agents[0]);
            writer.WriteString("avatar_url", "");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ContactComment comment)
    {
        writer.WriteStartObject();
        writer.WriteString("_id", comment.Id);
        writer.WriteString("text", comment.Text);
        if (comment.Comments is { Count: > 0 } comments)
        {
            writer.WritePropertyName("comments");
            WriteAll(writer, comments, Write);
        }

        WriteTime(writer, "created_at", comment.CreatedAt);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ContactFile file)
    {
        writer.WriteStartObject();
        writer.WriteString("_id", file.Id);
        writer.WriteString("name", file.Name);
        writer.WriteString("url", file.Url);
        writer.WriteNumber("size", 1024 + (StableHash.Of(file.Id) % 100_000));
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ConversationActivity activity)
    {
        writer.WriteStartObject();
        writer.WriteString("_id", activity.Id);
        writer.WriteString("type", "summary");
        WriteTime(writer, "created_at", activity.CreatedAt);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Notification notification)
    {
        writer.WriteStartObject();
        writer.WriteString("object_name", "notifications");
        writer.WriteString("id", notification.Id);
        writer.WriteString("organization_id", notification.OrganizationId ?? SyntheticWorld.Organization);
        writer.WriteString("user_id", notification.UserId);
        writer.WriteString("type", notification.Type?.Value);
        writer.WriteStartObject("content");
        writer.WriteString("title", notification.Title);
        writer.WriteString("text", notification.Content);
        writer.WriteEndObject();
        writer.WriteBoolean("is_read", notification.IsRead);
        WriteTime(writer, "created_at", notification.CreatedAt);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? time)
    {
        if (time is { } value)
        {
            writer.WriteString(name, WireTime.Format(value));
        }
    }
}
