namespace Contacts.Generated.Testing;

/// <summary>How the emulator writes its responses: one of the two dialects of the service.</summary>
internal abstract class EmulatorDialect
{
    public static EmulatorDialect Of(ContactsDialect dialect) =>
        dialect == ContactsDialect.WebApp ? new WebAppDialect() : new VendorSdkDialect();

    /// <summary>Whether the service sends a field of a model as null, rather than leaving it out.</summary>
    public static bool IsSentAsNull(Type? model, string? field) =>
        field == "updated_at" || (model == typeof(Contact) && field is "board_id" or "board_item_id");

    public abstract Reply Contacts(IReadOnlyList<Contact> contacts, int count, PageRequest page);

    public abstract Reply Contact(Contact contact);

    public abstract Reply Created(Contact contact);

    public abstract Reply Updated(Contact contact);

    public abstract Reply Conversations(IReadOnlyList<Conversation> conversations);

    public abstract Reply Comments(IReadOnlyList<ContactComment> comments, int count, PageRequest page);

    public abstract Reply Comment(ContactComment comment);

    public abstract Reply CreatedComment(ContactComment comment);

    public abstract Reply Files(IReadOnlyList<ContactFile> files);

    public abstract Reply Activities(IReadOnlyList<ConversationActivity> activities);

    public abstract Reply Notifications(IReadOnlyList<Notification> notifications, int count, int unread, PageRequest page);

    /// <summary>The response to a change of notifications.</summary>
    public abstract Reply Done();
}
