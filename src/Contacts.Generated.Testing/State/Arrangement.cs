namespace Contacts.Generated.Testing;

/// <summary>Lets a test see and change what requests act on.</summary>
internal sealed class Arrangement(EmulatorState state)
{
    public IList<Conversation> ConversationsOf(string contactId) => ListOf(contactId, static owner => owner.Conversations);

    public IList<ContactComment> CommentsOf(string contactId) => ListOf(contactId, static owner => owner.Comments);

    public IList<ContactComment> MessageCommentsOf(string contactId) => ListOf(contactId, static owner => owner.MessageComments);

    public IList<ContactFile> FilesOf(string contactId) => ListOf(contactId, static owner => owner.Files);

    public IList<ConversationActivity> ActivitiesOf(string conversationId)
    {
        ArgumentNullException.ThrowIfNull(conversationId);
        lock (state.Gate)
        {
            _ = Conversation(conversationId);
        }

        return new OwnedList<ConversationActivity>(
            state.Gate,
            () => state.FindConversation(conversationId, keep: true) is var (owner, conversation)
                ? owner.ActivitiesOf(conversation)
                : throw new InvalidOperationException("The conversation whose activities these are is no longer in the emulator."));
    }

    public IList<Notification> NotificationsOf(string user) => state.NotificationsOf(User(user));

    public Contact AddContact(Action<Contact>? configure) => Add(
        () => state.New.Contact(),
        configure,
        contact =>
        {
            CheckId(contact.Id, state.Find(contact.Id) is not null, "contact");
            state.New.Complete(contact);
            state.Contacts.Add(contact);
        });

    public Conversation AddConversation(string contactId, Action<Conversation>? configure)
    {
        var made = "";
        return Add(
            () =>
            {
                var conversation = state.New.Conversation(Keep(contactId));
                made = conversation.Id;
                return conversation;
            },
            configure,
            conversation =>
            {
                // Only an id of the test's own can be in use, and to look for it may take a while.
                CheckId(conversation.Id, conversation.Id != made && state.FindConversation(conversation.Id) is not null, "conversation");
                var contact = Keep(contactId);
                NewItems.Complete(conversation, contact);
                Owner(contactId).Conversations.Add(conversation);
            });
    }

    public ContactComment AddComment(string contactId, string text, Action<ContactComment>? configure) =>
        AddComment(contactId, text, configure, state.New.Comment, static owner => owner.Comments);

    public ContactComment AddMessageComment(string contactId, string text, Action<ContactComment>? configure) =>
        AddComment(contactId, text, configure, state.New.MessageComment, static owner => owner.MessageComments);

    public ContactFile AddFile(string contactId, string name, Action<ContactFile>? configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Add(
            () => state.New.File(Keep(contactId), name),
            configure,
            file =>
            {
                var files = Owner(contactId).Files;
                CheckId(file.Id, files.Exists(one => one.Id == file.Id), "file of this contact");
                NewItems.Complete(file);
                files.Insert(0, file);
            });
    }

    public ConversationActivity AddActivity(string conversationId, Action<ConversationActivity>? configure) => Add(
        () => state.New.Activity(Conversation(conversationId).Conversation),
        configure,
        activity =>
        {
            var (owner, conversation) = Conversation(conversationId);
            var activities = owner.ActivitiesOf(conversation);
            CheckId(activity.Id, activities.Exists(one => one.Id == activity.Id), "activity of this conversation");
            activities.Add(activity);
        });

    public Notification AddNotification(Action<Notification>? configure, string? user)
    {
        var of = user is null ? EmulatorUser.Default : User(user);
        return Add(
            () => state.New.Notification(of),
            configure,
            notification =>
            {
                var notifications = state.NotificationsOf(of);
                CheckId(notification.Id, notifications.Find(notification.Id) >= 0, "notification of this user");
                state.New.Complete(notification);
                notifications.Insert(0, notification);
            });
    }

    private ContactComment AddComment(
        string contactId,
        string text,
        Action<ContactComment>? configure,
        Func<Contact, Conversation?, EmulatorUser, string, ContactComment> make,
        Func<Belongings, List<ContactComment>> listOf)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return Add(
            () => make(Keep(contactId), Owner(contactId).Conversations.FirstOrDefault(), EmulatorUser.Default, text),
            configure,
            comment =>
            {
                var comments = listOf(Owner(contactId));
                CheckId(comment.Id, comments.Exists(one => one.Id == comment.Id), "comment of this contact");
                comments.Add(comment);
            });
    }

    /// <summary>The test's own code runs without the lock, so that it may wait for a request.</summary>
    private T Add<T>(Func<T> make, Action<T>? configure, Action<T> put)
    {
        T item;
        lock (state.Gate)
        {
            item = make();
        }

        configure?.Invoke(item);
        lock (state.Gate)
        {
            put(item);
        }

        return item;
    }

    private OwnedList<T> ListOf<T>(string contactId, Func<Belongings, List<T>> listOf)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(contactId);
        lock (state.Gate)
        {
            _ = Owner(contactId);
        }

        return new OwnedList<T>(
            state.Gate,
            () => state.Find(contactId) is { } found
                ? listOf(state.KeepBelongingsOf(found))
                : throw new InvalidOperationException("The contact to whom this list belongs is no longer in the emulator."));
    }

    /// <summary>The contact, which the caller may change from now on through what belongs to it.</summary>
    private Contact Keep(string contactId) => state.Contacts[Found(contactId).Position];

    private Belongings Owner(string contactId)
    {
        state.Contacts.HandOut();
        return state.KeepBelongingsOf(Found(contactId));
    }

    private FoundContact Found(string contactId)
    {
        ArgumentNullException.ThrowIfNull(contactId);
        return state.Find(contactId) ?? throw new ArgumentException(
            "The emulator has no contact with this id. Take an id from Contacts, or from what AddContact returns.", nameof(contactId));
    }

    private (Belongings Owner, Conversation Conversation) Conversation(string conversationId)
    {
        ArgumentNullException.ThrowIfNull(conversationId);
        return state.FindConversation(conversationId, keep: true) ?? throw new ArgumentException(
            "The emulator has no conversation with this id. Take an id from ConversationsOf, or from what AddConversation returns.",
            nameof(conversationId));
    }

    private EmulatorUser User(string user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return state.Users.Find(user) ?? throw new ArgumentException(
            "The emulator has no user of this name. Name one of those in ContactsEmulatorOptions.Users.",
            nameof(user));
    }

    private static void CheckId(string id, bool isTaken, string kind)
    {
        if (id.Length == 0 || isTaken)
        {
            throw new ArgumentException(
                id.Length == 0
                    ? "The id is empty. Set another one, or none to get one that is made up."
                    : $"There is a {kind} with this id already. Set another one, or none to get one that is made up.",
                "configure");
        }
    }
}
