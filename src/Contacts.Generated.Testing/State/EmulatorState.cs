namespace Contacts.Generated.Testing;

/// <summary>Everything that requests read and change. To read or change it, lock <see cref="Gate"/>.</summary>
internal sealed class EmulatorState
{
    private readonly IInitialData _data;
    private readonly Dictionary<long, Belongings> _belongings = [];
    private readonly Dictionary<string, LiveList<Notification>> _notifications;
    private int _listed;

    public EmulatorState(ContactsEmulatorOptions options, RetryWaits waits)
    {
        Options = options;
        RateLimiting = new RateLimiting(options, waits);
        New = new NewItems(options.Seed);
        Users = new EmulatorUsers(options.Users, options.Seed);
        Uploads = new UploadStore(options.Seed, options.MaxUploadBytes);
        _data = options.DataFile is { } file
            ? DataFile.Read(file, options.Seed, Users.All)
            : new GeneratedData(options.Seed, options.Contacts);
        Contacts = new LiveList<Contact>(Gate, _data.Contacts, static item => item.Id, Forget);
        _notifications = Users.All.ToDictionary(
            static user => user.Name,
            user => new LiveList<Notification>(Gate, _data.NotificationsOf(user), static item => item.Id),
            StringComparer.Ordinal);
        Reset();
    }

    public object Gate { get; } = new();

    public ContactsEmulatorOptions Options { get; }

    public EmulatorUsers Users { get; }

    public LiveList<Contact> Contacts { get; }

    public IContactSource ContactSource => _data.Contacts;

    public NewItems New { get; }

    public UploadStore Uploads { get; }

    public RateLimiting RateLimiting { get; }

    public void Reset()
    {
        lock (Gate)
        {
            Contacts.Fill();
            foreach (var list in _notifications.Values)
            {
                list.Fill();
            }

            Uploads.Clear();
            RateLimiting.Clear();
            New.Clear();
            _listed = 0;
        }
    }

    /// <summary>Refuses what has to look at each contact if there are too many for that.</summary>
    /// <exception cref="ErrorReplyException">There are.</exception>
    public void RefuseScanOfTooMany()
    {
        if (Contacts.Count > ContactsEmulatorOptions.MaxContactsToScan)
        {
            throw new ErrorReplyException(ErrorReplies.TooManyToScan);
        }
    }

    /// <summary>The contact that the path names.</summary>
    /// <exception cref="ErrorReplyException">There is no such contact.</exception>
    public FoundContact Find(Exchange exchange) => Find(exchange.PathId("contactId"))
        ?? throw new ErrorReplyException(ErrorReplies.NotFound("Contact not found", Options));

    /// <summary>The contact with an id, or null.</summary>
    public FoundContact? Find(string contactId) => Contacts.Find(contactId) is >= 0 and var position
        ? new FoundContact(position, Contacts.Peek(position), Contacts.KeyOf(position))
        : null;

    /// <summary>What belongs to a contact, for reading only.</summary>
    public Belongings BelongingsOf(FoundContact found) =>
        _belongings.GetValueOrDefault(found.Key) ?? new Belongings(_data, found.Contact, found.Key);

    /// <summary>What belongs to a contact, which is kept from then on and may be changed.</summary>
    public Belongings KeepBelongingsOf(FoundContact found)
    {
        if (!_belongings.TryGetValue(found.Key, out var kept))
        {
            // A conversation contains its contact, which must be the one that is changed later.
            _belongings.Add(found.Key, kept = new Belongings(_data, Contacts.Keep(found.Position), found.Key));
        }

        return kept;
    }

    /// <summary>The conversation with an id, and what belongs to its contact; null if there is none.</summary>
    /// <param name="id">The id.</param>
    /// <param name="keep">Whether it is going to be changed.</param>
    public (Belongings Owner, Conversation Conversation)? FindConversation(string id, bool keep = false)
    {
        foreach (var kept in _belongings.Values)
        {
            if (kept.HasConversations && kept.Conversations.Find(one => one.Id == id) is { } conversation)
            {
                return (kept, conversation);
            }
        }

        var key = _data.OwnerOf(id);
        var position = key < 0 ? -1 : Contacts.FindKey(key);
        if (position < 0 || _belongings.GetValueOrDefault(key) is { HasConversations: true })
        {
            return null;
        }

        var found = new FoundContact(position, Contacts.Peek(position), key);
        var owner = keep ? KeepBelongingsOf(found) : BelongingsOf(found);
        return (owner, owner.Conversations.Find(one => one.Id == id)!);
    }

    /// <summary>The notifications of a user, the newest first.</summary>
    public LiveList<Notification> NotificationsOf(EmulatorUser user) => _notifications[user.Name];

    /// <summary>Shifts the lists between two list requests, if the options say so.</summary>
    public void BeginListing()
    {
        if (!Options.ShiftWhilePaging || _listed++ == 0)
        {
            return;
        }

        Shift(Contacts);
        foreach (var list in _notifications.Values)
        {
            Shift(list);
        }
    }

    private void Shift<T>(LiveList<T> list)
        where T : class
    {
        list.InsertNewAtTop();
        if (list.Count > 1)
        {
            list.RemoveAt(1 + new SeededRandom(Options.Seed, "shift", _listed).Next(list.Count - 1));
        }
    }

    private void Forget(long? contact)
    {
        if (contact is { } key)
        {
            _belongings.Remove(key);
        }
        else
        {
            _belongings.Clear();
        }
    }
}

/// <summary>A contact that a request or a test names.</summary>
/// <param name="Position">Its position in the list.</param>
/// <param name="Contact">The contact, for reading only.</param>
/// <param name="Key">What stands for it as long as it is in the list.</param>
internal readonly record struct FoundContact(int Position, Contact Contact, long Key);
