namespace Contacts.Generated.Sync;

/// <summary>
/// One change of the mirror's rows, as <see cref="ContactsMirror.ReadChangesAsync"/> gives it. It has no values: those are in the row,
/// which may be newer than the change.
/// </summary>
public sealed class ContactsMirrorChange
{
    /// <summary>The organization, by the name that it has in <see cref="ContactsMirrorOptions"/>.</summary>
    public required string Organization { get; init; }

    /// <summary>
    /// The change's number: 1, 2, 3 … within its organization, without gaps, in the order of the commits. Keep it in order to go on from
    /// here.
    /// </summary>
    public long Number { get; init; }

    /// <summary>What happened.</summary>
    public ContactsMirrorChangeKind Kind { get; init; }

    /// <summary>The contact's id.</summary>
    public required string ContactId { get; init; }

    /// <summary>
    /// Which fields of an updated contact differ, under the service's names, such as <c>display_name</c>, in ordinal order. Empty for other
    /// kinds.
    /// </summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>When the mirror made the change, in UTC. It orders nothing: clocks are set back.</summary>
    public DateTimeOffset At { get; init; }
}

/// <summary>What happened to a row of the mirror.</summary>
public enum ContactsMirrorChangeKind
{
    /// <summary>The contact is new to the mirror.</summary>
    Added,

    /// <summary>Fields of the contact differ from what the mirror had: <see cref="ContactsMirrorChange.Fields"/>.</summary>
    Updated,

    /// <summary>The contact no longer exists, and its row has been deleted.</summary>
    Removed,
}
