namespace Contacts.Generated.Testing;

/// <summary>What an emulator begins with, and has again after a reset.</summary>
internal interface IInitialData
{
    IContactSource Contacts { get; }

    IItemSource<Notification> NotificationsOf(EmulatorUser user);

    /// <summary>The conversations of a contact of <see cref="Contacts"/>, the oldest first.</summary>
    IEnumerable<Conversation> ConversationsOf(Contact contact, long index);

    /// <summary>The number of the contact who has a conversation with this id, or -1.</summary>
    long OwnerOf(string conversationId);

    /// <summary>The activities of a conversation of a contact.</summary>
    IEnumerable<ConversationActivity> ActivitiesOf(string conversationId, long index);

    /// <summary>The comments on a contact, the oldest first.</summary>
    IEnumerable<ContactComment> CommentsOf(Contact contact, long index);

    /// <summary>The messages of a contact that have comments, the oldest first.</summary>
    IEnumerable<ContactComment> MessageCommentsOf(Contact contact, long index);

    /// <summary>The files exchanged with a contact, the newest first.</summary>
    IEnumerable<ContactFile> FilesOf(Contact contact, long index);
}

/// <summary>Makes items by their numbers, any of them, though at the start only those below <see cref="Count"/> exist.</summary>
internal interface IItemSource<out T>
{
    int Count { get; }

    /// <summary>The item, a new object in each call.</summary>
    T Create(long index);

    /// <summary>The item, for reading only.</summary>
    T Peek(long index);

    /// <summary>The number of the item with an id, or -1.</summary>
    long IndexOf(string id);
}

/// <summary>Makes contacts by their numbers.</summary>
internal interface IContactSource : IItemSource<Contact>
{
    /// <summary>Whether each contact was created later than the ones before it.</summary>
    bool IsInOrder { get; }

    /// <summary>When a contact was created.</summary>
    DateTimeOffset? CreatedAt(long index);
}
