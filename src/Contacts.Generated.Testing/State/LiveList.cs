namespace Contacts.Generated.Testing;

/// <summary>
/// The contacts, or the notifications of a user. Those that there are at the start are made when they are first needed; an item that was
/// handed out stays the same object.
/// </summary>
/// <param name="gate">The lock.</param>
/// <param name="source">What there is at the start.</param>
/// <param name="idOf">The id of an item.</param>
/// <param name="removed">Called with the key of an item that was removed, or with null when all were; null to call nothing.</param>
internal sealed class LiveList<T>(object gate, IItemSource<T> source, Func<T, string> idOf, Action<long?>? removed = null)
    : SharedList<T>(gate)
    where T : class
{
    private readonly BlockList<T> _entries = new();
    private long _nextIndex;
    private long _added;

    /// <summary>Changes whenever the list does.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a caller holds items, which may then change without the list noticing.</summary>
    public bool HandedOut { get; private set; }

    /// <summary>Starts over with what there is at the start.</summary>
    public void Fill()
    {
        lock (Gate)
        {
            _entries.Fill(source.Count);
            (_nextIndex, _added) = (source.Count, 0);
            HandedOut = false;
            Version++;
            removed?.Invoke(null);
        }
    }

    /// <summary>The item at a position, for reading only. Call it only while the lock is held.</summary>
    public T Peek(int position) => _entries[position].Item ?? source.Peek(_entries[position].Index);

    /// <summary>The item at a position, which is kept from then on. Call it only while the lock is held.</summary>
    public T Keep(int position)
    {
        var entry = _entries[position];
        if (entry.Item is not { } item)
        {
            item = source.Create(entry.Index);
            _entries[position] = entry with { Item = item };
        }

        return item;
    }

    /// <summary>
    /// The item's number while all its values still follow from that number, otherwise -1. Call it only while the lock is held.
    /// </summary>
    public long PristineIndex(int position) => _entries[position].Item is null ? _entries[position].Index : -1;

    /// <summary>
    /// Every position but those within a row of items whose values follow from their numbers, of which it gives the first and the last one.
    /// Call it only while the lock is held.
    /// </summary>
    public IEnumerable<int> Landmarks() => _entries.Landmarks();

    /// <summary>
    /// What stands for the item as long as it is in the list: its number at the source, or a negative one for an item that a test or a
    /// request added. Call it only while the lock is held.
    /// </summary>
    public long KeyOf(int position) => _entries[position].Index;

    /// <summary>The position of the item with an id, or -1. Call it only while the lock is held.</summary>
    public int Find(string id) => Find(source.IndexOf(id), item => string.Equals(idOf(item), id, StringComparison.Ordinal));

    /// <summary>The position of the item with a key, or -1. Call it only while the lock is held.</summary>
    public int FindKey(long key) => _entries.Find(entry => entry.Index == key, key);

    /// <summary>Records that something in a kept item changed. Call it only while the lock is held.</summary>
    public void Touch() => Version++;

    /// <summary>Records that a caller holds items of the list. Call it only while the lock is held.</summary>
    public void HandOut() => HandedOut = true;

    /// <summary>Inserts another item of the source at the top.</summary>
    public void InsertNewAtTop()
    {
        lock (Gate)
        {
            _entries.Insert(0, new ListEntry<T>(_nextIndex++, null));
            Version++;
        }
    }

    /// <summary>Adds what a request created, which no caller holds yet. Call it only while the lock is held.</summary>
    public void AddCreated(T item)
    {
        _entries.Insert(_entries.Count, NewEntry(item));
        Version++;
    }

    protected override int CountItems() => _entries.Count;

    protected override T GetItem(int index)
    {
        HandedOut = true;
        return Keep(index);
    }

    protected override void SetItem(int index, T item)
    {
        var key = KeyOf(index);
        _entries[index] = NewEntry(item);
        Changed(handedOut: true);
        removed?.Invoke(key);
    }

    protected override void InsertItem(int index, T item)
    {
        _entries.Insert(index, NewEntry(item));
        Changed(handedOut: true);
    }

    protected override void RemoveItem(int index)
    {
        var key = KeyOf(index);
        _entries.RemoveAt(index);
        Changed();
        removed?.Invoke(key);
    }

    protected override void ClearItems()
    {
        _entries.Fill(0);
        Changed();
        removed?.Invoke(null);
    }

    protected override int FindItem(T item) => Find(-1, kept => ReferenceEquals(kept, item));

    protected override T[] CopyItems()
    {
        HandedOut = true;
        return [.. Enumerable.Range(0, _entries.Count).Select(Keep)];
    }

    /// <summary>The position of the item of this number as long as it is not kept, or else of a kept one that is sought.</summary>
    private int Find(long index, Func<T, bool> isSought) => _entries.Find(
        entry => entry.Item is { } item ? isSought(item) : entry.Index == index, index);

    private ListEntry<T> NewEntry(T item) => new(--_added, item);

    private void Changed(bool handedOut = false)
    {
        HandedOut |= handedOut;
        Version++;
    }
}
