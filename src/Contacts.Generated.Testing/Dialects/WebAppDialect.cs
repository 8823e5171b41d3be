using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>The dialect that the vendor's web application speaks, which is the contract's.</summary>
internal sealed class WebAppDialect : EmulatorDialect
{
    public override Reply Contacts(IReadOnlyList<Contact> contacts, int count, PageRequest page) => Reply.JsonObject(writer =>
    {
        writer.WriteString("object_name", "list");
        writer.WriteModels("data", contacts);
        writer.WriteStartObject("nested");
        writer.WriteEndObject();
        WriteCounts(writer, contacts.Count, count, page);
    });

    public override Reply Contact(Contact contact) => Wrapped(contact);

    public override Reply Created(Contact contact) => Reply.Json(writer => writer.WriteModel(contact));

    public override Reply Updated(Contact contact) => Reply.Json(writer =>
    {
        var before = contact.Action;
        contact.Action = "bu.contact_updated";
        writer.WriteModel(contact);
        contact.Action = before;
    });

    public override Reply Conversations(IReadOnlyList<Conversation> conversations) => Wrapped("data", conversations);

    public override Reply Comments(IReadOnlyList<ContactComment> comments, int count, PageRequest page) => Reply.JsonObject(writer =>
    {
        writer.WriteModels("items", comments);
        WriteCounts(writer, comments.Count, count, page);
    });

    public override Reply Comment(ContactComment comment) => Wrapped(comment);

    public override Reply CreatedComment(ContactComment comment) => Reply.Json(writer => writer.WriteModel(comment));

    public override Reply Files(IReadOnlyList<ContactFile> files) => Reply.Json(writer => writer.WriteModels(files));

    public override Reply Activities(IReadOnlyList<ConversationActivity> activities) => Wrapped("items", activities);

    public override Reply Notifications(IReadOnlyList<Notification> notifications, int count, int unread, PageRequest page) =>
        Reply.JsonObject(writer =>
        {
            writer.WriteModels("data", notifications);
            WriteCounts(writer, notifications.Count, count, page);
            writer.WriteNumber("unread_count", unread);
        });

    public override Reply Done() => Reply.JsonObject(static _ => { });

    private static Reply Wrapped<T>(T model) => Reply.JsonObject(writer =>
    {
        writer.WritePropertyName("data");
        writer.WriteModel(model);
    });

    private static Reply Wrapped<T>(string name, IReadOnlyList<T> models) => Reply.JsonObject(writer => writer.WriteModels(name, models));

    /// <summary>
    /// "count" is the grand total, "total" the number on this page; "has_more" is still true on a last page that is exactly full.
    /// </summary>
    private static void WriteCounts(Utf8JsonWriter writer, int onPage, int count, PageRequest page)
    {
        writer.WriteBoolean("has_more", page.SaysMore(count));
        writer.WriteNumber("count", count);
        writer.WriteNumber("total", onPage);
    }
}
