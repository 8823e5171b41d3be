using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>A secret from a callback, which is called once for all waiting calls; the secret is kept until it is refused.</summary>
internal sealed class CallbackCredential(
    CredentialKind kind, Func<ContactsCredentialContext, CancellationToken, ValueTask<string>> getSecret)
    : ContactsCredential(kind)
{
    private readonly object _gate = new();

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _secret;

    /// <summary>What the service refused, until there is another secret.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _refused;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private SharedFetch? _fetch;

    internal override bool CanRenew => true;

    public override void Invalidate()
    {
        lock (_gate)
        {
            _secret = null;
            _refused = null;
            _fetch = null;
        }
    }

    internal override void Invalidate(string refused)
    {
        lock (_gate)
        {
            if (_secret == refused)
            {
                _secret = null;
                _refused = refused;
            }
        }
    }

    internal override ValueTask<string> GetAsync(int attempt, string? organizationId, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SharedFetch fetch;
        lock (_gate)
        {
            if (_secret is { } secret)
            {
                return new ValueTask<string>(secret);
            }

            if (_fetch is not { IsOver: false })
            {
                var context = new ContactsCredentialContext
                {
                    RefusedSecret = _refused,
                    Attempt = attempt,
                    OrganizationId = organizationId,
                };
                _fetch = new SharedFetch(token => AskAsync(context, token));
            }

            fetch = _fetch;
            fetch.Join();
        }

        return WaitAsync(fetch, cancellationToken);
    }

    /// <summary>Checks the secret here, so that one that cannot be sent fails only this run and the next call asks again.</summary>
    private async ValueTask<string> AskAsync(ContactsCredentialContext context, CancellationToken cancellationToken)
    {
        var secret = await getSecret(context, cancellationToken).ConfigureAwait(false);
        return !string.IsNullOrWhiteSpace(secret) && HeaderText.IsValid(secret)
            ? secret
            : throw new InvalidOperationException(
                $"The credential's callback returned a string that cannot be sent as {Kind}: it is empty, or contains a character that "
                + "a header cannot carry. Nothing was sent.");
    }

    private async ValueTask<string> WaitAsync(SharedFetch fetch, CancellationToken cancellationToken)
    {
        try
        {
            var secret = await fetch.WaitAsync(cancellationToken).ConfigureAwait(false);
            Keep(fetch, secret);
            return secret;
        }
        finally
        {
            bool isLast;
            lock (_gate)
            {
                isLast = fetch.Leave();
            }

            if (isLast)
            {
                fetch.Cancel();
            }
        }
    }

    /// <summary>Keeps the secret, unless it was invalidated while the callback ran.</summary>
    private void Keep(SharedFetch fetch, string secret)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_fetch, fetch))
            {
                _secret = secret;
                _refused = null;
                _fetch = null;
            }
        }
    }
}

/// <summary>One run of a callback for which several calls may wait. It is cancelled when the last of them has left.</summary>
/// <remarks>All members except <see cref="WaitAsync"/> and <see cref="Cancel"/> are used under the owner's lock.</remarks>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Reliability", "CA1001",
    Justification = "The source has no timer and no linked token; disposing it could race with a waiter that leaves.")]
internal sealed class SharedFetch(Func<CancellationToken, ValueTask<string>> getSecret)
{
    private readonly CancellationTokenSource _source = new();
    private readonly object _gate = new();
    private bool _abandoned;
    private int _waiting;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private Task<string>? _task;

    /// <summary>Whether it cannot be joined any more: it failed, or everybody left.</summary>
    public bool IsOver => _abandoned || _task is { IsFaulted: true } or { IsCanceled: true };

    public void Join() => _waiting++;

    /// <summary>Leaves; returns true for the last one, who must then cancel the run.</summary>
    public bool Leave()
    {
        _abandoned = --_waiting == 0 && _task is not { IsCompleted: true };
        return _abandoned;
    }

    /// <summary>
    /// Cancels on another thread, since callbacks registered on the token must neither delay nor fail the call that left.
    /// </summary>
    public void Cancel() => _ = Task.Run(_source.CancelSafely);

    public async Task<string> WaitAsync(CancellationToken cancellationToken)
    {
        var task = Start();
        if (task.IsCompleted || !cancellationToken.CanBeCanceled)
        {
            return await task.ConfigureAwait(false);
        }

        var cancelled = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(
            static state => ((TaskCompletionSource<bool>)state!).TrySetResult(true), cancelled);
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

    /// <summary>Runs off the caller's thread, so that a blocking callback does not hold the lock.</summary>
    private Task<string> RunAsync()
    {
        var task = Task.Run(async () => await getSecret(_source.Token).ConfigureAwait(false));

        // Observes the exception, since nobody may be left to do so.
        _ = task.ContinueWith(
            static failed => _ = failed.Exception, CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }
}
