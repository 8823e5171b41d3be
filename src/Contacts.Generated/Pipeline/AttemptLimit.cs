namespace Contacts.Generated;

/// <summary>
/// Ends an attempt at its own limit, or at the call's deadline where less than that is left. No wait is begun that would outlast
/// the deadline, so it can only ever end an attempt.
/// </summary>
/// <remarks>Its source has neither a timer of its own nor a wait handle, so there is nothing in it to free.</remarks>
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

    /// <summary>Ends by the limit or by the caller.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>What an attempt failed by: the limit, if it was that which ended it.</summary>
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
