using System.Globalization;

namespace Contacts.Generated.Sync;

/// <summary>Which organizations a mirror has, and how it reads them. Read once, when the mirror is created.</summary>
public sealed class ContactsMirrorOptions
{
    /// <summary>The length of the column that has an organization's name.</summary>
    internal const int MaxNameLength = 200;

    private readonly Dictionary<string, TimeSpan> _organizations = new(StringComparer.Ordinal);

    /// <summary>
    /// How long a slice goes on, more than zero. It stops after the commit at which this time has passed, so that the next one can go on
    /// elsewhere. Default 60 s.
    /// </summary>
    public TimeSpan SliceTime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How large a share of an organization's rows a pass may miss, 0 to 1, before it removes nothing and says so; one row is always
    /// allowed unless it is the only one. With 1, no number of missing contacts prevents removal, nor does an empty list. In any case each
    /// missing contact is looked up before it is removed. Default 0.2.
    /// </summary>
    public double MaxShrinkage { get; set; } = 0.2;

    /// <summary>How many contacts to ask for at once, 2 to 1,000. Default 100, which is also thought to be the service's limit.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>
    /// How many slices, of different organizations, <see cref="ContactsMirror.RunAsync"/> runs at the same time, 1 to 1,000. Default 4.
    /// </summary>
    public int MaxConcurrentSlices { get; set; } = 4;

    /// <summary>So many contacts are committed together: few enough to repeat, and enough that a commit costs little.</summary>
    internal int CommitSize { get; set; } = 500;

    /// <summary>So many missing contacts are looked up before a commit.</summary>
    internal int LookupSize { get; set; } = 50;

    internal IReadOnlyDictionary<string, TimeSpan> Organizations => _organizations;

    internal Func<IServiceProvider, string, ContactsClient>? ClientFactory { get; private set; }

    /// <summary>Adds an organization to the mirror.</summary>
    /// <param name="name">
    /// The name that its rows get, such as the organization's id: 1 to 200 characters. Unless <see cref="Client"/> says otherwise, its
    /// contacts are read by the client that was added under this name, <c>services.AddContactsClient(name, …)</c>.
    /// </param>
    /// <param name="every">
    /// How often <see cref="ContactsMirror.RunAsync"/> begins a pass over its list: more than zero, at most a day's multiple that a timer
    /// can wait (49 days). Default 15 minutes.
    /// </param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentException">The name is empty, too long, or has been added already.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is out of its bounds.</exception>
    public ContactsMirrorOptions Organization(string name, TimeSpan? every = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength)
        {
            throw new ArgumentException(
                $"The organization's name is empty, or longer than {MaxNameLength} characters: give it one such as its id.", nameof(name));
        }

        var interval = every ?? TimeSpan.FromMinutes(15);
        if (interval <= TimeSpan.Zero || interval > TimeSpan.FromDays(49))
        {
            throw new ArgumentOutOfRangeException(
                nameof(every), interval, "every must be more than zero and at most 49 days; leave it out for 15 minutes.");
        }

        if (!_organizations.TryAdd(name, interval))
        {
            throw new ArgumentException("This organization has been added already. Add each one once.", nameof(name));
        }

        return this;
    }

    /// <summary>Says where an organization's client comes from, in place of the client that was added under its name.</summary>
    /// <param name="client">
    /// Gets the application's services and the organization's name. It is called for each slice, so return the same client each time. The
    /// mirror does not dispose it.
    /// </param>
    /// <returns>These options.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public ContactsMirrorOptions Client(Func<IServiceProvider, string, ContactsClient> client)
    {
        ArgumentNullException.ThrowIfNull(client);
        ClientFactory = client;
        return this;
    }

    internal void Check()
    {
        Check(SliceTime > TimeSpan.Zero && SliceTime <= TimeSpan.FromDays(1), nameof(SliceTime), SliceTime,
            "must be more than zero and at most a day; leave it at 60 s.");
        Check(MaxShrinkage is >= 0 and <= 1, nameof(MaxShrinkage), MaxShrinkage,
            "must be from 0 to 1; leave it at 0.2, or set it to 1 to let a list shrink as much as it does.");
        Check(PageSize is >= 2 and <= 1000, nameof(PageSize), PageSize, "must be from 2 to 1,000; leave it at 100.");
        Check(MaxConcurrentSlices is >= 1 and <= 1000, nameof(MaxConcurrentSlices), MaxConcurrentSlices,
            "must be from 1 to 1,000; set it to 1 to run one slice after the other.");
    }

    private static void Check(bool valid, string member, object value, string advice)
    {
        if (!valid)
        {
            throw new ArgumentOutOfRangeException(
                "configure", value, string.Create(CultureInfo.InvariantCulture, $"{nameof(ContactsMirrorOptions)}.{member} {advice}"));
        }
    }
}
