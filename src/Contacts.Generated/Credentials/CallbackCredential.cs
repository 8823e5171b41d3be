using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>A secret from a callback: asked once, shared by all who wait, kept until it is refused.</summary>
internal sealed class CallbackCredential(CredentialKind kind, Func<CancellationToken, ValueTask<string>> getSecret) : ContactsCredential(kind)
{
    private readonly object _gate = new();

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _secret;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private SharedFetch? _fetch;

    internal override bool CanRenew => true;

    public override void Invalidate()
    {
        lock (_gate)
        {
            _secret = null;
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
            }
        }
    }

    internal override ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SharedFetch fetch;
        lock (_gate)
        {
            if (_secret is { } secret)
            {
                return new ValueTask<string>(secret);
            }

            fetch = _fetch is { IsOver: false } running ? running : _fetch = new SharedFetch(AskAsync);
            fetch.Join();
        }

        return WaitAsync(fetch, cancellationToken);
    }

    /// <summary>Checked where it is asked for: an answer that cannot be sent is a failure of this run, and the next call asks again.</summary>
    private async ValueTask<string> AskAsync(CancellationToken cancellationToken)
    {
        var secret = await getSecret(cancellationToken).ConfigureAwait(false);
        return !string.IsNullOrWhiteSpace(secret) && HeaderText.IsValid(secret)
            ? secret
            : throw new InvalidOperationException(
                $"The credential's callback gave a text that cannot be sent as {Kind}: empty, or with a character that a header cannot carry. Nothing was sent.");
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

    /// <summary>Keeps the answer, unless it was invalidated while it was on its way.</summary>
    private void Keep(SharedFetch fetch, string secret)
    {
        lock (_gate)
        {
            if (ReferenceEquals(_fetch, fetch))
            {
                _secret = secret;
                _fetch = null;
            }
        }
    }
}
