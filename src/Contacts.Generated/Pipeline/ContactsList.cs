using System.Collections;

namespace Contacts.Generated;

/// <summary>A list that remembers what its envelope said of the whole, which paging needs and callers do not see.</summary>
internal sealed class ContactsList<T>(IReadOnlyList<T> received, bool? hasMore, int? total) : IReadOnlyList<T>
{
    private readonly IReadOnlyList<T> _items = LeftOutNulls.Of(received);

    /// <summary>The items as they came, with the nulls among them.</summary>
    public IReadOnlyList<T> Received { get; } = received;

    public bool? HasMore { get; } = hasMore;

    public int? Total { get; } = total;

    public int Count => _items.Count;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
