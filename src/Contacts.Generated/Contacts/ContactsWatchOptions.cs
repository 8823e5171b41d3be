namespace Contacts.Generated;

/// <summary>Options for <see cref="ContactsClient.WatchNotificationsAsync"/>.</summary>
public sealed class ContactsWatchOptions
{
    internal static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait between two polls, from one second to one day. Default 30 s.</summary>
    public TimeSpan Interval { get; set; } = DefaultInterval;

    /// <summary>
    /// Whether to yield the notifications that already exist. Default false: only those that arrive after the first poll.
    /// </summary>
    public bool IncludeExisting { get; set; }
}
