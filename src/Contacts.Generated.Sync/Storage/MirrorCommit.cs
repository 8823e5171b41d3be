namespace Contacts.Generated.Sync;

/// <summary>
/// What one transaction writes: rows, their changes, and the organization's state, in which everything is counted that is added here.
/// </summary>
internal sealed class MirrorCommit
{
    private readonly DateTimeOffset _now;

    public MirrorCommit(ContactsMirrorState state, DateTimeOffset now)
    {
        (State, _now) = (state, now);
        state.Version++;
        state.CommittedAt = now;
    }

    public ContactsMirrorState State { get; }

    /// <summary>How many contacts were received.</summary>
    public int Read { get; private set; }

    public List<MirroredContact> Added { get; } = [];

    public List<MirroredContact> Updated { get; } = [];

    /// <summary>Ids of rows that are as they should be, but were not marked as shown by the current pass yet.</summary>
    public List<string> Unchanged { get; } = [];

    public List<string> Removed { get; } = [];

    public List<ContactsMirrorChange> Changes { get; } = [];

    /// <summary>Whether one of the contacts had a row already.</summary>
    public bool MetKnown { get; private set; }

    /// <param name="contact">A contact that exists.</param>
    /// <param name="stored">The JSON of its row; null if it has none.</param>
    /// <param name="pass">The last pass that showed it; null if it has no row.</param>
    public void Receive(Contact contact, string? stored, long? pass)
    {
        Read++;
        MetKnown |= stored is not null;
        State.Seen += pass == State.Pass ? 0 : 1;
        var row = ContactRows.From(State.Organization, contact, State.Pass, _now);
        if (stored is null)
        {
            State.Contacts++;
            Added.Add(row);
            AddChange(ContactsMirrorChangeKind.Added, row.Id, []);
        }
        else if (ContactRows.Differences(stored, row.Json) is { Length: > 0 } fields)
        {
            Updated.Add(row);
            AddChange(ContactsMirrorChangeKind.Updated, row.Id, fields);
        }
        else if (pass != State.Pass)
        {
            Unchanged.Add(row.Id);
        }
    }

    /// <param name="id">The id of a row whose contact does not exist any more.</param>
    public void Remove(string id)
    {
        State.Contacts--;
        Removed.Add(id);
        AddChange(ContactsMirrorChangeKind.Removed, id, []);
    }

    private void AddChange(ContactsMirrorChangeKind kind, string contactId, string[] fields) => Changes.Add(new ContactsMirrorChange
    {
        Organization = State.Organization,
        Number = ++State.LastChange,
        Kind = kind,
        ContactId = contactId,
        Fields = fields,
        At = _now,
    });
}
