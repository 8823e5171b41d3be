using System.Collections;

namespace Contacts.Generated.Testing;

/// <summary>
/// A list that a test and the server may change at the same time. Each member holds the lock while it runs, and an enumeration sees the
/// list as it was when the enumeration began. Items are the same if they are the same object.
/// </summary>
internal abstract class SharedList<T>(object gate) : IList<T>
    where T : class
{
    public bool IsReadOnly => false;

    public int Count
    {
        get
        {
            lock (Gate)
            {
                return CountItems();
            }
        }
    }

    protected object Gate => gate;

    public T this[int index]
    {
        get
        {
            lock (Gate)
            {
                return GetItem(index);
            }
        }

        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (Gate)
            {
                SetItem(index, value);
            }
        }
    }

    public void Add(T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        lock (Gate)
        {
            InsertItem(CountItems(), item);
        }
    }

    public void Insert(int index, T item)
    {
        ArgumentNullException.ThrowIfNull(item);
        lock (Gate)
        {
            InsertItem(index, item);
        }
    }

    public void RemoveAt(int index)
    {
        lock (Gate)
        {
            RemoveItem(index);
        }
    }

    public bool Remove(T item)
    {
        lock (Gate)
        {
            var position = FindItem(item);
            if (position >= 0)
            {
                RemoveItem(position);
            }

            return position >= 0;
        }
    }

    public void Clear()
    {
        lock (Gate)
        {
            ClearItems();
        }
    }

    public int IndexOf(T item)
    {
        lock (Gate)
        {
            return FindItem(item);
        }
    }

    public bool Contains(T item) => IndexOf(item) >= 0;

    public void CopyTo(T[] array, int arrayIndex) => Snapshot().CopyTo(array, arrayIndex);

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)Snapshot()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    protected abstract int CountItems();

    protected abstract T GetItem(int index);

    protected abstract void SetItem(int index, T item);

    protected abstract void InsertItem(int index, T item);

    protected abstract void RemoveItem(int index);

    protected abstract void ClearItems();

    protected abstract int FindItem(T item);

    protected abstract T[] CopyItems();

    private T[] Snapshot()
    {
        lock (Gate)
        {
            return CopyItems();
        }
    }
}
