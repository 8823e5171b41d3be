namespace Contacts.Generated.Testing;

/// <summary>Everything that requests read and change. To read or change it, lock <see cref="Gate"/>.</summary>
internal sealed class EmulatorState
{
    /// <summary>Stands for the owner in the ids of what requests create; no contact has this number.</summary>
    private const long Creations = -1_000_000;

    private int _created;
    private int _listed;
    private long _ticks;

    public EmulatorState(ContactsEmulatorOptions options, RetryWaits waits)
    {
        Options = options;
        RateLimiting = new RateLimiting(options, waits);
        ContactGenerator = new ContactGenerator(options.Seed, options.Contacts);
        Conversations = new ConversationGenerator(options.Seed);
        CommentGenerator = new CommentGenerator(options.Seed, Conversations);
        Comments = new CommentStore(CommentGenerator);
        ContactFiles = new FileGenerator(options.Seed);
        Uploads = new UploadStore(options.Seed, options.MaxUploadBytes);
        var notifications = new NotificationGenerator(options.Seed);
        Contacts = new LiveList<Contact>(Gate, ContactGenerator.Create, static item => item.Id, ContactGenerator.IndexOf);
        Notifications = new LiveList<Notification>(Gate, notifications.Create, static item => item.Id, notifications.IndexOf);
        Reset();
    }

    public object Gate { get; } = new();

    public ContactsEmulatorOptions Options { get; }

    public LiveList<Contact> Contacts { get; }

    public LiveList<Notification> Notifications { get; }

    public UploadStore Uploads { get; }

    public ContactGenerator ContactGenerator { get; }

    public ConversationGenerator Conversations { get; }

    public CommentGenerator CommentGenerator { get; }

    public CommentStore Comments { get; }

    public FileGenerator ContactFiles { get; }

    public RateLimiting RateLimiting { get; }

    public void Reset()
    {
        lock (Gate)
        {
            Contacts.Fill(Options.Contacts);
            Notifications.Fill(NotificationGenerator.InitialCount);
            Comments.Clear();
            Uploads.Clear();
            RateLimiting.Clear();
            _created = 0;
            _listed = 0;
            _ticks = 0;
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
    public FoundContact Find(Exchange exchange)
    {
        var position = Contacts.Find(exchange.PathId("contactId"));
        return position >= 0
            ? new FoundContact(position, Contacts.Peek(position), Contacts.KeyOf(position), Contacts.IsNew(position))
            : throw new ErrorReplyException(ErrorReplies.NotFound("Contact not found", Options));
    }

    /// <summary>An id for something that a request creates: the same in every run.</summary>
    public string NewId(string prefix) => SyntheticId.For(Options.Seed, prefix, Creations, ++_created);

    /// <summary>The time of a change: a second after the one before, so that every run has the same times.</summary>
    public DateTimeOffset NextTime() => SyntheticWorld.Now.AddSeconds(++_ticks);

    /// <summary>Shifts the lists between two list requests, if the options say so.</summary>
    public void BeginListing()
    {
        if (!Options.ShiftWhilePaging || _listed++ == 0)
        {
            return;
        }

        Shift(Contacts);
        Shift(Notifications);
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
}

/// <summary>A contact that a request is about.</summary>
/// <param name="Position">Its position in the list.</param>
/// <param name="Contact">The contact.</param>
/// <param name="Key">The number from which everything that belongs to it is generated.</param>
/// <param name="IsNew">Whether a request created it, so that nothing that belongs to it is generated.</param>
internal readonly record struct FoundContact(int Position, Contact Contact, long Key, bool IsNew);
