using System.Collections;

namespace Contacts.Generated.Testing;

/// <summary>
/// A list that a test and the server change at the same time. Synthetic items are made up when they are first needed; an
/// item that was handed out stays the same object. Enumeration sees the list as it was when it began.
/// </summary>
internal sealed class LiveList<T>(object gate, Func<long, T> create, Func<T, string> idOf, Func<string, long> indexOf) : IList<T>
    where T : class
{
    private readonly List<Slot<T>> _slots = [];
    private long _nextIndex;

    /// <summary>Changes whenever the list does.</summary>
    public int Version { get; private set; }

    /// <summary>Whether a caller holds items, so that they may change without the list knowing.</summary>
    public bool HandedOut { get; private set; }

    public int Count
    {
        get
        {
            lock (gate)
            {
                return _slots.Count;
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
                _slots[index] = new Slot<T>(value);
            }
        }
    }

    /// <summary>Begins again with so many synthetic items.</summary>
    public void Fill(int count)
    {
        lock (gate)
        {
            _slots.Clear();
            _slots.EnsureCapacity(count);
            for (var index = 0; index < count; index++)
            {
                _slots.Add(new Slot<T>(index));
            }

            _nextIndex = count;
            HandedOut = false;
            Version++;
        }
    }

    /// <summary>The item at a position, made up for this look only unless it was kept before. Only while the gate is held.</summary>
    public T Peek(int position) => _slots[position].Item ?? create(_slots[position].Index);

    /// <summary>The item at a position, kept from now on. Only while the gate is held.</summary>
    public T Keep(int position)
    {
        var slot = _slots[position];
        if (slot.Item is not { } item)
        {
            item = create(slot.Index);
            _slots[position] = slot with { Item = item };
        }

        return item;
    }

    /// <summary>The item's number if it is still as it was made up, so that its values follow from the number; else -1. Only while the gate is held.</summary>
    public long PristineIndex(int position) => _slots[position].Item is null ? _slots[position].Index : -1;

    /// <summary>A number that stands for the item: its own, or one made from its id. Only while the gate is held.</summary>
    public long KeyOf(int position)
    {
        var slot = _slots[position];
        return slot.Index >= 0 ? slot.Index : unchecked((long)(StableHash.Of(idOf(slot.Item!)) | 1UL << 63));
    }

    /// <summary>The position of the item with an id, or -1. Only while the gate is held.</summary>
    public int Find(string id)
    {
        var index = indexOf(id);
        for (var position = 0; position < _slots.Count; position++)
        {
            var slot = _slots[position];
            if (slot.Item is { } item ? string.Equals(idOf(item), id, StringComparison.Ordinal) : slot.Index == index)
            {
                return position;
            }
        }

        return -1;
    }

    /// <summary>Something in a kept item changed. Only while the gate is held.</summary>
    public void Touch() => Version++;

    /// <summary>Puts a further synthetic item at the top.</summary>
    public void InsertNewAtTop()
    {
        lock (gate)
        {
            _slots.Insert(0, new Slot<T>(_nextIndex++));
            Version++;
        }
    }

    public void Add(T item) => Insert(Count, item);

    public void Insert(int index, T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        lock (gate)
        {
            _slots.Insert(Math.Min(index, _slots.Count), new Slot<T>(item));
            HandedOut = true;
            Version++;
        }
    }

    public void RemoveAt(int index)
    {
        lock (gate)
        {
            _slots.RemoveAt(index);
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
            _slots.Clear();
            Version++;
        }
    }

    public int IndexOf(T item)
    {
        lock (gate)
        {
            return _slots.FindIndex(slot => ReferenceEquals(slot.Item, item));
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
            var items = new T[_slots.Count];
            for (var position = 0; position < items.Length; position++)
            {
                items[position] = Keep(position);
            }

            return items;
        }
    }
}
