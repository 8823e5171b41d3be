namespace Contacts.Generated.Testing;

/// <summary>The latest requests, in the order they came.</summary>
internal sealed class RequestLog
{
    public const int Capacity = 5_000;
    public const int MaxBodyBytes = 1 << 20;

    private readonly object _gate = new();
    private readonly Queue<SandboxRequest> _requests = new();

    public void Add(SandboxRequest request)
    {
        lock (_gate)
        {
            if (_requests.Count == Capacity)
            {
                _requests.Dequeue();
            }

            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_gate)
        {
            return [.. _requests];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _requests.Clear();
        }
    }
}
