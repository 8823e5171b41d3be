using System.Collections;

namespace Contacts.Generated.Testing;

/// <summary>
/// A list that a test and the server may change at the same time. Synthetic items are generated when they are first needed; an item that
/// was handed out stays the same object. An enumeration sees the list as it was when the enumeration began.
/// </summary>
internal sealed class LiveList<T>(object gate, Func<long, T> create, Func<T, string> idOf, Func<string, long> indexOf) : IList<T>
    where T : class
{
    /// <summary>Stands for the number of an item that a test added.</summary>
    private const long Added = -1;

    /// <summary>Stands for the number of an item that a request created.</summary>
    private const long Created = -2;

    private readonly BlockList<T> _entries = new();
    private long _nextIndex;

    /// <summary>Changes whenever the list does.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a caller holds items, which may then change without the list noticing.</summary>
    public bool HandedOut { get; private set; }

    public int Count
    {
        get
        {
            lock (gate)
            {
                return _entries.Count;
            }
        }
    }

    public bool IsReadOnly => false;

    public T this[int index]
    {
        get
        {
            lock (gate)
            {
                HandedOut = true;
                return Keep(index);
            }
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (gate)
            {
                HandedOut = true;
                Version++;
                _entries[index] = new ListEntry<T>(Added, value);
            }
        }
    }

    /// <summary>Starts over with this many synthetic items.</summary>
    public void Fill(int count)
    {
        lock (gate)
        {
            _entries.Fill(count);
            _nextIndex = count;
            HandedOut = false;
            Version++;
        }
    }

    /// <summary>The item at a position, generated anew for each call unless it was kept. Call it only while the lock is held.</summary>
    public T Peek(int position) => _entries[position].Item ?? create(_entries[position].Index);

    /// <summary>The item at a position, which is kept from then on. Call it only while the lock is held.</summary>
    public T Keep(int position)
    {
        var entry = _entries[position];
        if (entry.Item is not { } item)
        {
            item = create(entry.Index);
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

    /// <summary>A number that stands for the item: its own, or one made from its id. Call it only while the lock is held.</summary>
    public long KeyOf(int position)
    {
        var entry = _entries[position];
        return entry.Index >= 0 ? entry.Index : unchecked((long)(StableHash.Of(idOf(entry.Item!)) | 1UL << 63));
    }

    /// <summary>Whether a request created the item. Call it only while the lock is held.</summary>
    public bool IsNew(int position) => _entries[position].Index == Created;

    /// <summary>The position of the item with an id, or -1. Call it only while the lock is held.</summary>
    public int Find(string id) => _entries.Find(indexOf(id), item => string.Equals(idOf(item), id, StringComparison.Ordinal));

    /// <summary>Records that something in a kept item changed. Call it only while the lock is held.</summary>
    public void Touch() => Version++;

    /// <summary>Inserts another synthetic item at the top.</summary>
    public void InsertNewAtTop()
    {
        lock (gate)
        {
            _entries.Insert(0, new ListEntry<T>(_nextIndex++, null));
            Version++;
        }
    }

    /// <summary>Adds what a request created. Call it only while the lock is held.</summary>
    public void AddNew(T item)
    {
        _entries.Insert(_entries.Count, new ListEntry<T>(Created, item));
        Version++;
    }

    public void Add(T item) => Insert(Count, item);

    public void Insert(int index, T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        lock (gate)
        {
            _entries.Insert(Math.Min(index, _entries.Count), new ListEntry<T>(Added, item));
            HandedOut = true;
            Version++;
        }
    }

    public void RemoveAt(int index)
    {
        lock (gate)
        {
            _entries.RemoveAt(index);
            Version++;
        }
    }

    public bool Remove(T item)
    {
        lock (gate)
        {
            var position = IndexOf(item);
            if (position < 0)
            {
                return false;
            }

            RemoveAt(position);
            return true;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            _entries.Fill(0);
            Version++;
        }
    }

    public int IndexOf(T item)
    {
        lock (gate)
        {
            return _entries.Find(-1, kept => ReferenceEquals(kept, item));
        }
    }

    public bool Contains(T item) => IndexOf(item) >= 0;

    public void CopyTo(T[] array, int arrayIndex) => Snapshot().CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Snapshot()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T[] Snapshot()
    {
        lock (gate)
        {
            HandedOut = true;
            var items = new T[_entries.Count];
            for (var position = 0; position < items.Length; position++)
            {
                items[position] = Keep(position);
            }

            return items;
        }
    }
}
