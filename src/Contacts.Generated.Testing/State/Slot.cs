namespace Contacts.Generated.Testing;

/// <summary>A place in a list: the number of a synthetic item, the item itself, or both.</summary>
internal readonly record struct Slot<T>(long Index, T? Item)
    where T : class
{
    public Slot(long index)
        : this(index, null)
    {
    }

    public Slot(T item)
        : this(-1, item)
    {
    }
}
