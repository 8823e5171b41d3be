namespace Contacts.Generated.Testing;

/// <summary>
/// The latest requests in the order of arrival, within a number of bytes: the oldest bodies are dropped first, then the oldest requests.
/// </summary>
internal sealed class RequestLog(long maxBytes)
{
    public const int Capacity = 5_000;
    public const int MaxBodyBytes = 1 << 20;

    private readonly object _gate = new();
    private readonly Queue<Entry> _entries = new();
    private readonly Queue<Entry> _withBody = new();
    private long _bytes;

    public void Add(EmulatorRequest request)
    {
        lock (_gate)
        {
            var entry = new Entry(request);
            _entries.Enqueue(entry);
            if (request.BodyBytes is not null)
            {
                _withBody.Enqueue(entry);
            }

            _bytes += request.HeadSize + request.BodySize;
            while (_bytes > maxBytes && _withBody.Count > 0)
            {
                DropBody(_withBody.Dequeue());
            }

            while (_entries.Count > Capacity || (_bytes > maxBytes && _entries.Count > 1))
            {
                DropOldest();
            }
        }
    }

    public IReadOnlyList<EmulatorRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _entries.Select(entry => entry.Request)];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _entries.Clear();
            _withBody.Clear();
            _bytes = 0;
        }
    }

    private void DropBody(Entry entry)
    {
        _bytes -= entry.Request.BodySize;
        entry.Request = entry.Request.WithoutBody();
    }

    private void DropOldest()
    {
        var oldest = _entries.Dequeue();
        if (_withBody.Count > 0 && _withBody.Peek() == oldest)
        {
            _withBody.Dequeue();
        }

        _bytes -= oldest.Request.HeadSize + oldest.Request.BodySize;
    }

    // A request that was handed out keeps its body; only the log drops it.
    private sealed class Entry(EmulatorRequest request)
    {
        public EmulatorRequest Request { get; set; } = request;
    }
}
