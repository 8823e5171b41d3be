namespace Contacts.Generated;

/// <summary>
/// Cancels an attempt at its own limit, or at the call's deadline if that comes first. The deadline can only ever end an attempt, never a
/// wait, since no wait is begun that would outlast it.
/// </summary>
/// <remarks>The token source has neither a timer nor a wait handle, so there is nothing in it to free.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA1001", Justification = "Disposing the source would race with the callbacks.")]
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
        if (failure is not OperationCanceledException || !_source.IsCancellationRequested || _call.CancellationToken.IsCancellationRequested)
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
