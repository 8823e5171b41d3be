using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>One run of a callback that several calls wait for; it is cancelled when the last of them has gone.</summary>
/// <remarks>Its members but <see cref="WaitAsync"/> and <see cref="Cancel"/> are used under the owner's lock.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA1001", Justification = "The source has no timer and no linked token; disposing it could race with a waiter that leaves.")]
internal sealed class SharedFetch(Func<CancellationToken, ValueTask<string>> getSecret)
{
    private readonly CancellationTokenSource _source = new();
    private readonly object _gate = new();
    private bool _abandoned;
    private int _waiting;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private Task<string>? _task;

    /// <summary>Whether it can no longer be joined: it failed, or everybody left.</summary>
    public bool IsOver => _abandoned || _task is { IsFaulted: true } or { IsCanceled: true };

    public void Join() => _waiting++;

    /// <summary>Goes away; true for the last one, who then cancels what nobody waits for.</summary>
    public bool Leave()
    {
        _abandoned = --_waiting == 0 && _task is not { IsCompleted: true };
        return _abandoned;
    }

    /// <summary>On another thread: what the callback hung on its token must neither hold up nor fail the one who left.</summary>
    public void Cancel() => _ = Task.Run(_source.CancelSafely);

    public async Task<string> WaitAsync(CancellationToken cancellationToken)
    {
        var task = Start();
        if (task.IsCompleted || !cancellationToken.CanBeCanceled)
        {
            return await task.ConfigureAwait(false);
        }

        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), cancelled);
        if (await Task.WhenAny(task, cancelled.Task).ConfigureAwait(false) != task)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        return await task.ConfigureAwait(false);
    }

    private Task<string> Start()
    {
        lock (_gate)
        {
            return _task ??= RunAsync();
        }
    }

    /// <summary>Off the caller's thread, so that a callback that blocks does not hold the lock.</summary>
    private Task<string> RunAsync()
    {
        var task = Task.Run(async () => await getSecret(_source.Token).ConfigureAwait(false));

        // Nobody may be left to see it fail.
        _ = task.ContinueWith(
            static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }
}
