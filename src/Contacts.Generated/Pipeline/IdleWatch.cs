namespace Contacts.Generated;

/// <summary>Cancels a transfer when no byte has moved for too long, or when its deadline has come.</summary>
internal sealed class IdleWatch : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly TimeSpan _idle;
    private readonly ITimer _idleTimer;
    private readonly ITimer? _deadlineTimer;
    private readonly TimeSpan? _deadline;
    private int _fired;

    public IdleWatch(TimeProvider timeProvider, TimeSpan idle, TimeSpan? deadline, TimeSpan elapsed)
    {
        _idle = idle;
        _deadline = deadline;
        _idleTimer = timeProvider.CreateTimer(static state => ((IdleWatch)state!).Fire(TimeoutKind.Idle), this, idle, Timeout.InfiniteTimeSpan);
        if (deadline is { } limit)
        {
            var left = limit > elapsed ? limit - elapsed : TimeSpan.Zero;
            _deadlineTimer = timeProvider.CreateTimer(static state => ((IdleWatch)state!).Fire(TimeoutKind.Total), this, left, Timeout.InfiniteTimeSpan);
        }
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Which limit ran out, if one did.</summary>
    public TimeoutKind? Fired => Volatile.Read(ref _fired) is var fired and not 0 ? (TimeoutKind)fired : null;

    /// <summary>The length of the limit that ran out.</summary>
    public TimeSpan Limit => Fired == TimeoutKind.Total ? _deadline!.Value : _idle;

    /// <summary>A byte moved.</summary>
    public void Restart() => _idleTimer.Change(_idle, Timeout.InfiniteTimeSpan);

    /// <summary>Nobody waits for a byte.</summary>
    public void Pause() => _idleTimer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    public void Cancel() => _source.Cancel();

    public void Dispose()
    {
        _idleTimer.Dispose();
        _deadlineTimer?.Dispose();
        _source.Dispose();
    }

    private void Fire(TimeoutKind kind)
    {
        if (Interlocked.CompareExchange(ref _fired, (int)kind, 0) != 0)
        {
            return;
        }

        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The transfer ended in the same moment.
        }
    }
}
