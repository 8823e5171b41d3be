namespace Contacts.Generated;

/// <summary>
/// The ids received last, in the list's order: what is believed to stand before the place of reading, back to the start or up to a number of ids.
/// A null stands for an item without an id.
/// </summary>
internal sealed class ReceivedRun(int capacity)
{
    /// <summary>Left behind by an item that came again further on. No item has this id.</summary>
    private const string Hole = "";

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string?> _ids = [];
    private int _dropped;

    public int Count => _ids.Count;

    /// <summary>How far before the end the item stands: 1 for the last one, 0 for one that is not in the run.</summary>
    public int BackOf(string? id) => id is not null && _places.TryGetValue(id, out var place) ? _dropped + _ids.Count - place : 0;

    public string? At(int back) => _ids[_ids.Count - back];

    /// <summary>Removes the last items.</summary>
    public void Cut(int count)
    {
        Forget(_ids.Count - count, count);
        _ids.RemoveRange(_ids.Count - count, count);
    }

    /// <summary>Appends an item, which leaves the place that it had.</summary>
    public void Add(string? id)
    {
        if (_ids.Count == 2 * capacity)
        {
            Forget(0, capacity);
            _ids.RemoveRange(0, capacity);
            _dropped += capacity;
        }

        var back = BackOf(id);
        if (back > 0)
        {
            _ids[_ids.Count - back] = Hole;
        }

        if (id is not null)
        {
            _places[id] = _dropped + _ids.Count;
        }

        _ids.Add(id);
    }

    /// <summary>How many items there are, how many of them without an id, and a number that differs where they or their order do.</summary>
    public (int Held, int WithoutId, long Fingerprint) Sum()
    {
        var (held, withoutId, fingerprint) = (0, 0, 17L);
        foreach (var id in _ids)
        {
            held += id is Hole ? 0 : 1;
            withoutId += id is null ? 1 : 0;
            fingerprint = unchecked((fingerprint * 31) + (id is null ? 1 : StringComparer.Ordinal.GetHashCode(id)));
        }

        return (held, withoutId, fingerprint);
    }

    private void Forget(int index, int count)
    {
        for (var i = index; i < index + count; i++)
        {
            if (_ids[i] is { } id)
            {
                _places.Remove(id);
            }
        }
    }
}
