namespace Contacts.Generated.Testing;

/// <summary>How the emulator writes its responses: one of the two dialects of the service.</summary>
internal abstract class EmulatorDialect
{
    public static EmulatorDialect Of(ContactsDialect dialect) =>
        dialect == ContactsDialect.WebApp ? new WebAppDialect() : new VendorSdkDialect();

    public abstract Reply Contacts(IReadOnlyList<Contact> contacts, int count, PageRequest page);

    public abstract Reply Contact(Contact contact);

    public abstract Reply Updated(Contact contact);

    public abstract Reply Conversations(IReadOnlyList<Conversation> conversations);

    public abstract Reply Comments(IReadOnlyList<ContactComment> comments, int count, PageRequest page);

    public abstract Reply Files(IReadOnlyList<ContactFile> files);

    public abstract Reply Activities(IReadOnlyList<ConversationActivity> activities);

    public abstract Reply Notifications(IReadOnlyList<Notification> notifications, int count, int unread, PageRequest page);

    /// <summary>The response to a change of notifications.</summary>
    public abstract Reply Done();

    /// <summary>The response for an object that does not exist.</summary>
    public abstract Reply NotFound(string message);
}
