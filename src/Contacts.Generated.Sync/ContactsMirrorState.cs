namespace Contacts.Generated.Sync;

/// <summary>
/// How far the mirror of one organization is. Each commit of a slice writes it along with the rows; only the mirror, and a test that
/// replaces it, sets the values.
/// </summary>
public sealed class ContactsMirrorState
{
    /// <summary>The organization, by the name that it has in <see cref="ContactsMirrorOptions"/>.</summary>
    public required string Organization { get; init; }

    /// <summary>Rises by one with each commit. A commit that finds another version than it read changes nothing.</summary>
    public long Version { get; set; }

    /// <summary>The number of the current pass over the list, or of the last one.</summary>
    public long Pass { get; set; }

    /// <summary>What the current pass is doing.</summary>
    public ContactsMirrorStage Stage { get; set; }

    /// <summary>Where the pass goes on: a continuation of the list, or the last id that was checked for removal.</summary>
    public string? Position { get; set; }

    /// <summary>Where reading the newest contacts goes on, if it was interrupted.</summary>
    public string? NewestPosition { get; set; }

    /// <summary>How many rows there are.</summary>
    public long Contacts { get; set; }

    /// <summary>How many rows there were when the pass began.</summary>
    public long ContactsAtStart { get; set; }

    /// <summary>How many different contacts the pass has shown so far.</summary>
    public long Seen { get; set; }

    /// <summary>The number of the last change; 0 if there has been none.</summary>
    public long LastChange { get; set; }

    /// <summary>The number of the last change that was trimmed; 0 if none was.</summary>
    public long TrimmedThrough { get; set; }

    /// <summary>When the current or last pass began, in UTC; null before the first one.</summary>
    public DateTimeOffset? PassStartedAt { get; set; }

    /// <summary>
    /// When the last pass began that was completed and not blocked, in UTC: the mirror is no older than this. Null before the first one.
    /// </summary>
    public DateTimeOffset? UpToDateAt { get; set; }

    /// <summary>When a slice last committed something, in UTC.</summary>
    public DateTimeOffset? CommittedAt { get; set; }

    /// <summary>Why the last pass that ended removed nothing; null if nothing prevented it.</summary>
    public ContactsMirrorBlock? Blocked { get; set; }

    internal void BeginPass(DateTimeOffset now)
    {
        (Pass, Stage, Position) = (Pass + 1, ContactsMirrorStage.Listing, null);
        (ContactsAtStart, Seen, PassStartedAt) = (Contacts, 0, now);
    }

    internal void Complete() =>
        (Stage, Position, Blocked, UpToDateAt) = (ContactsMirrorStage.Idle, null, null, PassStartedAt);

    /// <summary>Ends the pass without removing anything. The next one begins at the start of the list.</summary>
    internal void End(ContactsMirrorBlock block) =>
        (Stage, Position, NewestPosition, Blocked) = (ContactsMirrorStage.Idle, null, null, block);
}

/// <summary>What a pass over an organization's list is doing.</summary>
public enum ContactsMirrorStage
{
    /// <summary>No pass is underway; the next slice begins one.</summary>
    Idle,

    /// <summary>The list is being read.</summary>
    Listing,

    /// <summary>The list has been read to its end, and not all rows were in it. Whether rows may be removed has to be decided.</summary>
    Listed,

    /// <summary>The contacts that the list did not show are looked up one by one.</summary>
    Removing,
}
