namespace Contacts.Generated.Testing;

// What a test arranges besides the contacts and the notifications: everything that belongs to them, and new items of each kind.
public sealed partial class ContactsEmulator
{
    /// <summary>
    /// The conversations of a contact, oldest first. As with <see cref="Contacts"/>, you can change the list or the items in it at any
    /// time, and the next request sees the change. Generated contacts have some, except for the 25th one, which has nothing at all; a
    /// contact that you or a request added begins with nothing.
    /// </summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <returns>The list. Once the contact is removed, using it is an <see cref="InvalidOperationException"/>.</returns>
    /// <exception cref="ArgumentException">There is no such contact.</exception>
    public IList<Conversation> ConversationsOf(string contactId) => _arrangement.ConversationsOf(contactId);

    /// <summary>The comments on a contact, oldest first: a list as in <see cref="ConversationsOf"/>.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentException">There is no such contact.</exception>
    public IList<ContactComment> CommentsOf(string contactId) => _arrangement.CommentsOf(contactId);

    /// <summary>
    /// The messages of a contact that have comments, which are in <see cref="ContactComment.Comments"/>, oldest first: a list as in
    /// <see cref="ConversationsOf"/>.
    /// </summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentException">There is no such contact.</exception>
    public IList<ContactComment> MessageCommentsOf(string contactId) => _arrangement.MessageCommentsOf(contactId);

    /// <summary>The files exchanged with a contact, newest first: a list as in <see cref="ConversationsOf"/>.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentException">There is no such contact.</exception>
    public IList<ContactFile> FilesOf(string contactId) => _arrangement.FilesOf(contactId);

    /// <summary>The activities of a conversation: a list as in <see cref="ConversationsOf"/>.</summary>
    /// <param name="conversationId">The id of the conversation.</param>
    /// <returns>The list. Once the conversation is removed, using it is an <see cref="InvalidOperationException"/>.</returns>
    /// <exception cref="ArgumentException">There is no such conversation.</exception>
    public IList<ConversationActivity> ActivitiesOf(string conversationId) => _arrangement.ActivitiesOf(conversationId);

    /// <summary>The notifications of a user, newest first: a list like <see cref="Notifications"/>.</summary>
    /// <param name="user">A name from <see cref="ContactsEmulatorOptions.Users"/>.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentException">There is no such user.</exception>
    public IList<Notification> NotificationsOf(string user) => _arrangement.NotificationsOf(user);

    /// <summary>
    /// Adds a contact at the end of <see cref="Contacts"/>. What you do not set is made up, the same in each run: an id, the time, a name,
    /// an e-mail address, a phone number and so on. Nothing belongs to it yet.
    /// </summary>
    /// <param name="configure">Changes the contact before it is added; null to change nothing.</param>
    /// <returns>The contact.</returns>
    /// <exception cref="ArgumentException">The id that you set is empty, or another contact has it.</exception>
    /// <example>
    /// <code>
    /// await using var emulator = ContactsEmulator.Start(options =&gt; options.Contacts = 0);
    /// var contact = emulator.AddContact(contact =&gt; contact.DisplayName = "Test Person");
    /// emulator.AddConversation(contact.Id, conversation =&gt; conversation.Status = "pending");
    /// emulator.AddComment(contact.Id, "Called back");
    /// emulator.AddFile(contact.Id, "offer.pdf");
    /// </code>
    /// </example>
    public Contact AddContact(Action<Contact>? configure = null) => _arrangement.AddContact(configure);

    /// <summary>Adds a conversation with a contact, with one message. What you do not set is made up, the same in each run.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="configure">Changes the conversation before it is added; null to change nothing.</param>
    /// <returns>The conversation.</returns>
    /// <exception cref="ArgumentException">There is no such contact, or the id that you set is empty or taken.</exception>
    public Conversation AddConversation(string contactId, Action<Conversation>? configure = null) =>
        _arrangement.AddConversation(contactId, configure);

    /// <summary>Adds a comment on a contact, by the default user. What you do not set is made up, the same in each run.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="text">The comment.</param>
    /// <param name="configure">Changes the comment before it is added; null to change nothing.</param>
    /// <returns>The comment.</returns>
    /// <exception cref="ArgumentException">
    /// There is no such contact, the text is blank, or the id that you set is empty or taken.
    /// </exception>
    public ContactComment AddComment(string contactId, string text, Action<ContactComment>? configure = null) =>
        _arrangement.AddComment(contactId, text, configure);

    /// <summary>Adds a message of a contact, with one comment on it. What you do not set is made up, the same in each run.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="text">The comment on the message.</param>
    /// <param name="configure">Changes the message before it is added; null to change nothing.</param>
    /// <returns>The message, with the comment in <see cref="ContactComment.Comments"/>.</returns>
    /// <exception cref="ArgumentException">
    /// There is no such contact, the text is blank, or the id that you set is empty or taken.
    /// </exception>
    public ContactComment AddMessageComment(string contactId, string text, Action<ContactComment>? configure = null) =>
        _arrangement.AddMessageComment(contactId, text, configure);

    /// <summary>Adds a file that a contact sent. What you do not set is made up, the same in each run.</summary>
    /// <param name="contactId">The id of the contact.</param>
    /// <param name="name">The name of the file, such as <c>offer.pdf</c>.</param>
    /// <param name="configure">Changes the file before it is added; null to change nothing.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentException">
    /// There is no such contact, the name is blank, or the id that you set is empty or taken.
    /// </exception>
    public ContactFile AddFile(string contactId, string name, Action<ContactFile>? configure = null) =>
        _arrangement.AddFile(contactId, name, configure);

    /// <summary>Adds an activity to a conversation. What you do not set is made up, the same in each run.</summary>
    /// <param name="conversationId">The id of the conversation.</param>
    /// <param name="configure">Changes the activity before it is added; null to change nothing.</param>
    /// <returns>The activity.</returns>
    /// <exception cref="ArgumentException">There is no such conversation, or the id that you set is empty or taken.</exception>
    public ConversationActivity AddActivity(string conversationId, Action<ConversationActivity>? configure = null) =>
        _arrangement.AddActivity(conversationId, configure);

    /// <summary>Adds an unread notification, as the newest one. What you do not set is made up, the same in each run.</summary>
    /// <param name="configure">Changes the notification before it is added; null to change nothing.</param>
    /// <param name="user">A name from <see cref="ContactsEmulatorOptions.Users"/>; null for the default user.</param>
    /// <returns>The notification.</returns>
    /// <exception cref="ArgumentException">There is no such user, or the id that you set is empty or taken.</exception>
    public Notification AddNotification(Action<Notification>? configure = null, string? user = null) =>
        _arrangement.AddNotification(configure, user);
}
