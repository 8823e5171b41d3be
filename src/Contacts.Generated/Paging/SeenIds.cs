namespace Contacts.Generated;

/// <summary>The ids given last, up to a fixed number, so that memory stays flat however long a list is.</summary>
internal sealed class SeenIds(int capacity)
{
    private readonly HashSet<string> _set = new(StringComparer.Ordinal);
    private string[] _ring = new string[Math.Min(64, capacity)];
    private int _next;

    public int Count => _set.Count;

    public bool Contains(string id) => _set.Contains(id);

    /// <summary>False when the id is known.</summary>
    public bool Add(string id)
    {
        if (!_set.Add(id))
        {
            return false;
        }

        if (_next == _ring.Length)
        {
            MakeRoom();
        }

        if (_ring[_next] is { } oldest)
        {
            _set.Remove(oldest);
        }

        _ring[_next++] = id;
        return true;
    }

    /// <summary>The id given <paramref name="back"/> ids before the last one.</summary>
    public string Recent(int back) => _ring[(_next - 1 - back + _ring.Length) % _ring.Length];

    private void MakeRoom()
    {
        if (_ring.Length == capacity)
        {
            _next = 0;
            return;
        }

        Array.Resize(ref _ring, Math.Min(capacity, _ring.Length * 4));
    }
}
