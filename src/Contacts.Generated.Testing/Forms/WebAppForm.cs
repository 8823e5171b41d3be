using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>The form that the vendor's web application shows, which is the contract's.</summary>
internal sealed class WebAppForm : ResponseForm
{
    public override Reply Contacts(IReadOnlyList<Contact> contacts, int count, PageRequest page) => Reply.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("object_name", "list");
        writer.WriteModels("data", contacts);
        writer.WriteStartObject("nested");
        writer.WriteEndObject();
        WriteCounts(writer, contacts.Count, count, page);
        writer.WriteEndObject();
    });

    public override Reply Contact(Contact contact) => Reply.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("data");
        writer.WriteModel(contact);
        writer.WriteEndObject();
    });

    public override Reply Updated(Contact contact) => Reply.Json(writer =>
    {
        var before = contact.Action;
        contact.Action = "bu.contact_updated";
        writer.WriteModel(contact);
        contact.Action = before;
    });

    public override Reply Conversations(IReadOnlyList<Conversation> conversations) => Wrapped("data", conversations);

    public override Reply Comments(IReadOnlyList<ContactComment> comments, int count, PageRequest page) => Reply.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteModels("items", comments);
        WriteCounts(writer, comments.Count, count, page);
        writer.WriteEndObject();
    });

    public override Reply Files(IReadOnlyList<ContactFile> files) => Reply.Json(writer => writer.WriteModels(files));

    public override Reply Activities(IReadOnlyList<ConversationActivity> activities) => Wrapped("items", activities);

    public override Reply Notifications(IReadOnlyList<Notification> notifications, int count, int unread, PageRequest page) => Reply.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteModels("data", notifications);
        WriteCounts(writer, notifications.Count, count, page);
        writer.WriteNumber("unread_count", unread);
        writer.WriteEndObject();
    });

    public override Reply Done() => Reply.Json(static writer =>
    {
        writer.WriteStartObject();
        writer.WriteEndObject();
    });

    public override Reply NotFound(string message) => Refusals.NotFoundAsBadRequest;

    private static Reply Wrapped<T>(string name, IReadOnlyList<T> models) => Reply.Json(writer =>
    {
        writer.WriteStartObject();
        writer.WriteModels(name, models);
        writer.WriteEndObject();
    });

    /// <summary>"count" is the grand total and "total" this page's; "has_more" is true once too often, when the last page is exactly full.</summary>
    private static void WriteCounts(Utf8JsonWriter writer, int onPage, int count, PageRequest page)
    {
        writer.WriteBoolean("has_more", count >= (long)page.Skip + page.Limit);
        writer.WriteNumber("count", count);
        writer.WriteNumber("total", onPage);
    }
}
