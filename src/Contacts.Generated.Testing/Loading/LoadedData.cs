namespace Contacts.Generated.Testing;

/// <summary>Data from a file. What the file says nothing about is generated: contacts that are inserted later, and notifications.</summary>
internal sealed class LoadedData : IInitialData
{
    private readonly List<LoadedContact> _contacts;
    private readonly LoadedContacts _source;
    private readonly GeneratedData _further;
    private readonly Dictionary<string, int> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Notification>>? _notifications;

    /// <param name="seed">The seed of what is generated.</param>
    /// <param name="contacts">The contacts, with what belongs to them.</param>
    /// <param name="notifications">The notifications of each user by the user's name; null to generate them.</param>
    public LoadedData(int seed, List<LoadedContact> contacts, Dictionary<string, List<Notification>>? notifications)
    {
        _contacts = contacts;
        _notifications = notifications;
        _further = new GeneratedData(seed, contacts.Count);
        for (var index = 0; index < contacts.Count; index++)
        {
            contacts[index].Conversations.ForEach(conversation => _owners.Add(conversation.Id, index));
        }

        _source = new LoadedContacts(contacts.ConvertAll(static loaded => loaded.Contact), _further.Contacts);
    }

    public IContactSource Contacts => _source;

    public IItemSource<Notification> NotificationsOf(EmulatorUser user) => _notifications is { } all
        ? new LoadedList<Notification>(all[user.Name], static one => one.Id, _further.NotificationsOf(user))
        : _further.NotificationsOf(user);

    public IEnumerable<Conversation> ConversationsOf(Contact contact, long index)
    {
        foreach (var loaded in index < _contacts.Count ? _contacts[(int)index].Conversations : _further.ConversationsOf(contact, index))
        {
            var conversation = ModelCopy.Of(loaded);
            conversation.ContactId = contact.Id;
            conversation.Contact = contact;
            yield return conversation;
        }
    }

    public long OwnerOf(string conversationId) => _owners.TryGetValue(conversationId, out var index) ? index
        : _further.OwnerOf(conversationId) is var later && later >= _contacts.Count ? later
        : -1;

    public IEnumerable<ConversationActivity> ActivitiesOf(string conversationId, long index) => index < _contacts.Count
        ? _contacts[(int)index].Activities.Where(one => one.ConversationId == conversationId).Select(ModelCopy.Of)
        : _further.ActivitiesOf(conversationId, index);

    public IEnumerable<ContactComment> CommentsOf(Contact contact, long index) => index < _contacts.Count
        ? _contacts[(int)index].Comments.Select(ModelCopy.Of)
        : _further.CommentsOf(contact, index);

    public IEnumerable<ContactComment> MessageCommentsOf(Contact contact, long index) => index < _contacts.Count
        ? _contacts[(int)index].MessageComments.Select(ModelCopy.Of)
        : _further.MessageCommentsOf(contact, index);

    public IEnumerable<ContactFile> FilesOf(Contact contact, long index) => index < _contacts.Count
        ? _contacts[(int)index].Files.Select(ModelCopy.Of)
        : _further.FilesOf(contact, index);
}

/// <summary>A contact of a data file, with what belongs to it.</summary>
internal sealed record LoadedContact(Contact Contact)
{
    public List<Conversation> Conversations { get; } = [];

    public List<ConversationActivity> Activities { get; } = [];

    public List<ContactComment> Comments { get; } = [];

    public List<ContactComment> MessageComments { get; } = [];

    public List<ContactFile> Files { get; } = [];
}

/// <summary>Items from a file, and generated ones after them.</summary>
internal class LoadedList<T>(List<T> items, Func<T, string> idOf, IItemSource<T> further) : IItemSource<T>
    where T : class, IOpenModel, new()
{
    private readonly Dictionary<string, int> _indexes = items.Select(static (item, index) => (item, index))
        .ToDictionary(pair => idOf(pair.item), static pair => pair.index, StringComparer.Ordinal);

    public int Count => items.Count;

    public T Create(long index) => index < items.Count ? ModelCopy.Of(items[(int)index]) : further.Create(index);

    public T Peek(long index) => index < items.Count ? items[(int)index] : further.Peek(index);

    public long IndexOf(string id) => _indexes.TryGetValue(id, out var index) ? index
        : further.IndexOf(id) is var later && later >= items.Count ? later
        : -1;
}

/// <summary>Contacts from a file, which get what the service always sends if they lack it.</summary>
internal sealed class LoadedContacts : LoadedList<Contact>, IContactSource
{
    private readonly List<Contact> _contacts;
    private readonly IContactSource _further;

    public LoadedContacts(List<Contact> contacts, IContactSource further)
        : base(contacts, static contact => contact.Id, further)
    {
        (_contacts, _further) = (contacts, further);
        for (var index = 0; index < contacts.Count; index++)
        {
            var contact = contacts[index];
            contact.ObjectName ??= "contact";
            contact.OrganizationId ??= SyntheticWorld.Organization;
            contact.CreatedAt ??= further.CreatedAt(index);
            IsInOrder = index == 0 || (IsInOrder && contacts[index - 1].CreatedAt < contact.CreatedAt);
        }
    }

    public bool IsInOrder { get; } = true;

    public DateTimeOffset? CreatedAt(long index) => index < _contacts.Count ? _contacts[(int)index].CreatedAt : _further.CreatedAt(index);
}

/// <summary>Copies models, so that a change of one does not change what a reset brings back.</summary>
internal static class ModelCopy
{
    public static T Of<T>(T model)
        where T : class, IOpenModel, new() => JsonEngine.Default.Read<T>(JsonEngine.Default.Write(model))!;
}
