namespace Contacts.Generated.Testing;

/// <summary>The form in which the service answers.</summary>
internal abstract class ResponseForm
{
    public static ResponseForm Of(ContactsDialect dialect) => dialect == ContactsDialect.WebApp ? new WebAppForm() : new VendorSdkForm();

    public abstract Reply Contacts(IReadOnlyList<Contact> contacts, int count, PageRequest page);

    public abstract Reply Contact(Contact contact);

    public abstract Reply Updated(Contact contact);

    public abstract Reply Conversations(IReadOnlyList<Conversation> conversations);

    public abstract Reply Comments(IReadOnlyList<ContactComment> comments, int count, PageRequest page);

    public abstract Reply Files(IReadOnlyList<ContactFile> files);

    public abstract Reply Activities(IReadOnlyList<ConversationActivity> activities);

    public abstract Reply Notifications(IReadOnlyList<Notification> notifications, int count, int unread, PageRequest page);

    /// <summary>The answer to a change of notifications.</summary>
    public abstract Reply Done();

    /// <summary>The answer for an object that does not exist.</summary>
    public abstract Reply NotFound(string message);
}
