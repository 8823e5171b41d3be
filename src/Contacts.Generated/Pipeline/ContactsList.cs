using System.Collections;

namespace Contacts.Generated;

/// <summary>A list that remembers what its envelope said of the whole, which paging needs and callers do not see.</summary>
internal sealed class ContactsList<T>(IReadOnlyList<T> items, bool? hasMore, int? total) : IReadOnlyList<T>
{
    public bool? HasMore { get; } = hasMore;

    public int? Total { get; } = total;

    public int Count => items.Count;

    public T this[int index] => items[index];

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
