namespace Contacts.Generated.Testing;

/// <summary>The waits before retries that clients skipped.</summary>
internal sealed class RetryWaits
{
    private const int Capacity = 5_000;

    private readonly object _gate = new();
    private readonly Queue<TimeSpan> _waits = new();
    private TimeSpan _skipped;

    /// <summary>How long all skipped waits were together, those that were cleared included: the emulator's clock never goes back.</summary>
    public TimeSpan Skipped
    {
        get
        {
            lock (_gate)
            {
                return _skipped;
            }
        }
    }

    /// <summary>Records a wait.</summary>
    /// <returns>How long to wait instead: not at all.</returns>
    public TimeSpan Skip(TimeSpan wait)
    {
        lock (_gate)
        {
            if (_waits.Count == Capacity)
            {
                _waits.Dequeue();
            }

            _waits.Enqueue(wait);
            _skipped += wait;
        }

        return TimeSpan.Zero;
    }

    public IReadOnlyList<TimeSpan> Snapshot()
    {
        lock (_gate)
        {
            return [.. _waits];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _waits.Clear();
        }
    }
}
