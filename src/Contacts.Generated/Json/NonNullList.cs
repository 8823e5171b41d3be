using System.Collections;

namespace Contacts.Generated;

/// <summary>
/// A list without the nulls that were received in it, since its type promises that there are none. It remembers the list as received,
/// since paging counts positions.
/// </summary>
internal sealed class NonNullList<T>(IReadOnlyList<T> received) : IReadOnlyList<T>
{
    private readonly List<T> _items = [.. received.Where(static item => item is not null)];

    /// <summary>The list as it was received.</summary>
    public IReadOnlyList<T> Received { get; } = received;

    public int Count => _items.Count;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Leaves nulls out of lists.</summary>
internal static class NonNullList
{
    /// <summary>The list itself if there is no null in it, or else a list without the nulls.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(list))]
    public static IReadOnlyList<T>? Of<T>(IReadOnlyList<T>? list)
    {
        for (var index = 0; index < list?.Count; index++)
        {
            if (list[index] is null)
            {
                return new NonNullList<T>(list);
            }
        }

        return list;
    }

    /// <summary>The list as it was received, with its nulls.</summary>
    public static IReadOnlyList<T> Received<T>(IReadOnlyList<T> list) => list is NonNullList<T> known ? known.Received : list;
}
