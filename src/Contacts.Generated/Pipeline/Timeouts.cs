namespace Contacts.Generated;

/// <summary>
/// Cancels an attempt at its own limit, or at the call's deadline if that comes first. Waits between attempts end by themselves: none is
/// begun that would outlast the deadline.
/// </summary>
/// <remarks>The token source has neither a timer nor a wait handle, so there is nothing in it to free.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Reliability", "CA1001", Justification = "Disposing the source would race with the callbacks.")]
internal sealed class AttemptLimit : IDisposable
{
    private static readonly TimeSpan _least = TimeSpan.FromMilliseconds(1);

    private readonly CancellationTokenSource _source = new();
    private readonly Call _call;
    private readonly TimeoutKind _kind;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _registration;

    public AttemptLimit(Call call, TimeProvider timeProvider)
    {
        _call = call;
        var left = call.Settings.Timeout - timeProvider.GetElapsedTime(call.Started);
        var limit = call.Settings.AttemptTimeout;
        _kind = left <= limit ? TimeoutKind.Total : TimeoutKind.Attempt;
        if (_kind == TimeoutKind.Total)
        {
            limit = left < _least ? _least : left;
        }

        _timer = timeProvider.CreateTimer(
            static source => ((CancellationTokenSource)source!).CancelSafely(), _source, limit, Timeout.InfiniteTimeSpan);
#if NET8_0_OR_GREATER
        _registration = call.CancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).CancelSafely(), _source);
#else
        _registration = call.CancellationToken.Register(static source => ((CancellationTokenSource)source!).CancelSafely(), _source);
#endif
    }

    /// <summary>Cancelled by the limit or by the caller.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Why an attempt failed: the timeout, if the limit cancelled it, or else the failure itself.</summary>
    public Exception CauseOf(Exception failure)
    {
        if (failure is not OperationCanceledException || !_source.IsCancellationRequested
            || _call.CancellationToken.IsCancellationRequested)
        {
            return failure;
        }

        return _kind == TimeoutKind.Total
            ? new ContactsTimeoutException(_call.Settings.Timeout, _call.RequestId, _call.LastError) { Kind = TimeoutKind.Total }
            : new ContactsTimeoutException(_call.Settings.AttemptTimeout, _call.RequestId) { Kind = TimeoutKind.Attempt };
    }

    public void Dispose()
    {
        _registration.Dispose();
        _timer.Dispose();
    }
}

/// <summary>Cancels a transfer when no byte has moved for too long, or at its deadline.</summary>
/// <remarks>
/// Timers and tokens may call it at any time, even after it was disposed, which then has no effect. So the token source is not disposed: it
/// has neither a timer nor a wait handle, so there is nothing to free.
/// </remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage(
    "Reliability", "CA1001", Justification = "Disposing the source would race with the callbacks.")]
internal sealed class TransferTimeout : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly TimeSpan _idle;
    private readonly ITimer _idleTimer;
    private readonly ITimer? _deadlineTimer;
    private readonly TimeSpan? _deadline;
    private TimeoutKind _next = TimeoutKind.Idle;
    private int _fired;
    private int _disposed;

    public TransferTimeout(TimeProvider timeProvider, TimeSpan idle, TimeSpan? deadline, TimeSpan elapsed)
    {
        _idle = idle;
        _deadline = deadline;
        _idleTimer = timeProvider.CreateTimer(
            static state => ((TransferTimeout)state!).Fire(((TransferTimeout)state)._next), this, idle, Timeout.InfiniteTimeSpan);
        if (deadline is { } limit)
        {
            var left = limit > elapsed ? limit - elapsed : TimeSpan.Zero;
            _deadlineTimer = timeProvider.CreateTimer(
                static state => ((TransferTimeout)state!).Fire(TimeoutKind.Total), this, left, Timeout.InfiniteTimeSpan);
        }
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Which limit was reached; null if none was.</summary>
    public TimeoutKind? Fired => Volatile.Read(ref _fired) is var fired and not 0 ? (TimeoutKind)fired : null;

    /// <summary>The length of the limit that was reached.</summary>
    public TimeSpan Limit => Fired == TimeoutKind.Total ? _deadline!.Value : _idle;

    /// <summary>Starts the idle limit again, because a byte moved.</summary>
    public void Restart() => Change(_idle);

    /// <summary>The response has begun. It is short, so its body must arrive within the limit of an attempt.</summary>
    public void LimitBody()
    {
        _next = TimeoutKind.Attempt;
        Change(_idle);
    }

    /// <summary>Stops the idle limit, because no read is waiting.</summary>
    public void Pause() => Change(Timeout.InfiniteTimeSpan);

    /// <summary>Cancels for the caller.</summary>
    public void Cancel() => _source.CancelSafely();

    public void Dispose()
    {
        Volatile.Write(ref _disposed, 1);
        _idleTimer.Dispose();
        _deadlineTimer?.Dispose();
    }

    private void Change(TimeSpan dueTime)
    {
        if (Volatile.Read(ref _disposed) != 0)
        {
            return;
        }

        try
        {
            _idleTimer.Change(dueTime, Timeout.InfiniteTimeSpan);
        }
        catch (ObjectDisposedException)
        {
            // The transfer ended at the same moment, and this time provider's timer throws when that happens.
        }
    }

    private void Fire(TimeoutKind kind)
    {
        if (Volatile.Read(ref _disposed) == 0 && Interlocked.CompareExchange(ref _fired, (int)kind, 0) == 0)
        {
            _source.CancelSafely();
        }
    }
}
