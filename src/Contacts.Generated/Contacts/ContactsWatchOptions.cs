namespace Contacts.Generated;

/// <summary>How <see cref="ContactsClient.WatchNotificationsAsync"/> watches.</summary>
public sealed class ContactsWatchOptions
{
    internal static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait between two looks, one second to one day. Default 30 s.</summary>
    public TimeSpan Interval { get; set; } = DefaultInterval;

    /// <summary>Whether to begin with the notifications that are there already. Default false: only those that come after the first look.</summary>
    public bool IncludeExisting { get; set; }
}
