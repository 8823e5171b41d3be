namespace Contacts.Generated;

/// <summary>
/// Options for <see cref="ContactsClient.WatchNotificationsAsync"/>. Read once, when that is called; a wrong value is refused there.
/// </summary>
public sealed class ContactsWatchOptions
{
    internal static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait between two polls, from one second to one day. Default 30 s.</summary>
    public TimeSpan Interval { get; set; } = DefaultInterval;

    /// <summary>
    /// Whether to yield the notifications that already exist. Default false: only those that arrive after the first poll. Without effect
    /// beside a <see cref="Continuation"/>.
    /// </summary>
    public bool IncludeExisting { get; set; }

    /// <summary>
    /// Where to go on: the <see cref="ContactsWatchBatch{T}.Continuation"/> of the last batch that was dealt with, or
    /// <see langword="null"/>, the default, or an empty text for a new watch. It belongs to the gateway and the organization that it came
    /// from, and to <see cref="Scope"/>.
    /// </summary>
    public string? Continuation { get; set; }

    /// <summary>
    /// What else a continuation belongs to: a text of yours, such as a user's name, or <see langword="null"/>, the default. A continuation
    /// that was made under another text, or under none, is refused. Notifications are a user's own, and the request does not show whose
    /// credential it carries: set it where one process watches for several. It is in the continuation as a short hash only.
    /// </summary>
    public string? Scope { get; set; }

    internal void Check()
    {
        if (Interval < TimeSpan.FromSeconds(1) || Interval > TimeSpan.FromDays(1))
        {
            throw new ArgumentOutOfRangeException("options", Interval, "Interval must be one second to one day.");
        }
    }
}
