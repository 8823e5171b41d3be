namespace Contacts.Generated.Sync;

/// <summary>What one slice did: see <see cref="ContactsMirror.RunSliceAsync"/>. Its text has counts and no personal data.</summary>
public sealed record ContactsMirrorSlice
{
    /// <summary>The organization.</summary>
    public required string Organization { get; init; }

    /// <summary>
    /// Whether the pass over the list goes on in the next slice. False when it is complete or was ended, and for a slice that gave way.
    /// </summary>
    public bool MoreToDo { get; init; }

    /// <summary>
    /// Whether another slice of this organization committed something meanwhile. Then this one stopped; what it had committed before
    /// remains, and what it had in hand was dropped.
    /// </summary>
    public bool GaveWay { get; init; }

    /// <summary>How many contacts were read and committed. A contact that was read twice counts twice.</summary>
    public int Read { get; init; }

    /// <summary>How many rows were added.</summary>
    public int Added { get; init; }

    /// <summary>How many rows were updated.</summary>
    public int Updated { get; init; }

    /// <summary>How many rows were removed.</summary>
    public int Removed { get; init; }

    /// <summary>
    /// How many contacts the list did not show and the service could not look up. Their rows stay until another pass.
    /// </summary>
    public int Undecided { get; init; }

    /// <summary>
    /// Why the pass that ended in this slice removes nothing more; null if nothing prevented it, and while a pass goes on.
    /// </summary>
    public ContactsMirrorBlock? Blocked { get; init; }

    /// <summary>
    /// <see cref="Blocked"/> in words, with counts and with what to do; null if nothing was blocked.
    /// </summary>
    public string? BlockedReason { get; init; }

    /// <summary>The error that ended the pass, if <see cref="Blocked"/> comes from one.</summary>
    public ContactsException? Cause { get; init; }

    /// <summary>The number of the organization's last change after the slice; 0 if there has been none.</summary>
    public long LastChange { get; init; }
}

/// <summary>Why a pass over an organization's list removed nothing from the mirror.</summary>
public enum ContactsMirrorBlock
{
    /// <summary>
    /// The list did not show all contacts: the service refused to read it deeper (400 or 422), it ended before the total that the service
    /// tells, or it came to no end.
    /// </summary>
    Capped,

    /// <summary>The service refused the list or a contact (403).</summary>
    Refused,

    /// <summary>
    /// More contacts were missing from the list than <see cref="ContactsMirrorOptions.MaxShrinkage"/> allows, or the list was empty.
    /// </summary>
    Shrank,
}
