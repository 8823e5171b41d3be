namespace Contacts.Generated;

/// <summary>
/// The ids received last: which are known, and in what order they stand before the place of reading. At most <paramref name="capacity"/>
/// are known; the oldest are forgotten, so that memory stays flat however long a list is.
/// </summary>
internal sealed class ReceivedIds(int capacity = ReceivedIds.Window)
{
    /// <summary>How many ids are remembered to recognise an item that comes again.</summary>
    public const int Window = 10_000;

    /// <summary>Left in the order by an item that came again further on. No item has this id.</summary>
    private const string Hole = "";

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string?> _order = [];
    private string[] _ring = new string[Math.Min(64, capacity)];
    private int _next;
    private int _dropped;

    /// <summary>How many ids are known.</summary>
    public int Count => _places.Count;

    /// <summary>How many items stand in the order, those without an id and those that left a hole included.</summary>
    public int Length => Math.Min(_order.Count, capacity);

    public bool Contains(string id) => _places.ContainsKey(id);

    /// <summary>
    /// Adds an item at the end of the order; one that stood there before leaves its place. Null is an item without an id.
    /// </summary>
    /// <returns>Whether the id was unknown.</returns>
    public bool Add(string? id)
    {
        if (_order.Count == 2 * capacity)
        {
            _order.RemoveRange(0, capacity);
            _dropped += capacity;
        }

        var isNew = false;
        if (id is not null)
        {
            if (_places.TryGetValue(id, out var place))
            {
                if (IndexOf(id, place) is >= 0 and var index)
                {
                    _order[index] = Hole;
                }
            }
            else
            {
                Remember(id);
                isNew = true;
            }

            _places[id] = _dropped + _order.Count;
        }

        _order.Add(id);
        return isNew;
    }

    /// <summary>Adds items without an id at the end of the order.</summary>
    public void AddWithoutId(int count)
    {
        for (; count > 0; count--)
        {
            Add(null);
        }
    }

    /// <summary>How far before the end of the order an item stands: 1 for the last one, 0 for one that does not stand there.</summary>
    public int BackOf(string? id) =>
        id is not null && _places.TryGetValue(id, out var place) && IndexOf(id, place) is >= 0 and var index ? _order.Count - index : 0;

    /// <summary>The item so far before the end of the order.</summary>
    public string? At(int back) => _order[_order.Count - back];

    /// <summary>Takes the last items out of the order; their ids stay known.</summary>
    public void Cut(int count) => _order.RemoveRange(_order.Count - count, count);

    /// <summary>Empties the order: what was received before is known from here on, but no longer where it stands.</summary>
    public void StartAnew() => _order.Clear();

    /// <summary>The id that became known <paramref name="back"/> ids before the last one.</summary>
    public string Recent(int back) => _ring[(_next - 1 - back + _ring.Length) % _ring.Length];

    /// <summary>What the order holds, from one place of the list to another.</summary>
    public PassSummary Summarize(int start, int end)
    {
        var (held, given, fingerprint) = (0, Count, 17L);
        foreach (var id in _order)
        {
            held += id is Hole ? 0 : 1;
            given += id is null ? 1 : 0;
            fingerprint = unchecked((fingerprint * 31) + (id is null ? 1 : StringComparer.Ordinal.GetHashCode(id)));
        }

        return new PassSummary(start, end, held, given, fingerprint);
    }

    // A place is out of date once the order was cut there, and then another item may have taken it.
    private int IndexOf(string id, int place)
    {
        var index = place - _dropped;
        return index >= 0 && index < _order.Count && string.Equals(_order[index], id, StringComparison.Ordinal) ? index : -1;
    }

    private void Remember(string id)
    {
        if (_next == _ring.Length && _ring.Length < capacity)
        {
            Array.Resize(ref _ring, Math.Min(capacity, _ring.Length * 4));
        }

        _next = _next == _ring.Length ? 0 : _next;
        if (_ring[_next] is { } oldest)
        {
            _places.Remove(oldest);
        }

        _ring[_next++] = id;
    }
}
