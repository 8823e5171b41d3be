namespace Contacts.Generated.Testing;

/// <summary>Everything that requests read and change. To read or change it, lock <see cref="Gate"/>.</summary>
internal sealed class EmulatorState
{
    private int _listed;
    private long _ticks;

    public EmulatorState(ContactsEmulatorOptions options)
    {
        Options = options;
        ContactGenerator = new ContactGenerator(options.Seed);
        Conversations = new ConversationGenerator(options.Seed);
        Comments = new CommentGenerator(options.Seed, Conversations);
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

    public CommentGenerator Comments { get; }

    public FileGenerator ContactFiles { get; }

    public void Reset()
    {
        lock (Gate)
        {
            Contacts.Fill(Options.Contacts);
            Notifications.Fill(NotificationGenerator.InitialCount);
            Uploads.Clear();
            _listed = 0;
            _ticks = 0;
        }
    }

    /// <summary>The time of a change: a second after the one before, so that every run gives the same times.</summary>
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
