using System.Threading.RateLimiting;

namespace Contacts.Generated;

/// <summary>The body of a transfer: it times out while a read stalls, and reports failures as the SDK's own exceptions.</summary>
internal sealed class TransferStream : ReadOnlyStream
{
    private readonly Stream _inner;
    private readonly HttpResponseMessage _response;
    private readonly TransferTimeout _timeout;
    private readonly Call _call;
    private readonly CancellationTokenRegistration _abort;
    private RateLimitLease? _lease;
    private int _disposed;

    public TransferStream(Stream inner, HttpResponseMessage response, TransferTimeout timeout, Call call)
    {
        _inner = inner;
        _response = response;
        _timeout = timeout;
        _call = call;
        _abort = response.DisposeOn(timeout.Token);
    }

    public override bool CanRead => !IsDisposed;

    /// <summary>Takes over the limiter's permit, which ends when the stream is disposed.</summary>
    public void TakeLease()
    {
        _lease = _call.Lease;
        _call.Lease = null;
    }

    protected override async ValueTask<int> ReadCoreAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        using var registration = Begin(cancellationToken);
        try
        {
            return await _inner.ReadSomeAsync(buffer, _timeout.Token).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw Translate(exception, cancellationToken);
        }
        finally
        {
            _timeout.Pause();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            // A pending read is cancelled first: a stream must not be disposed under its reader.
            _timeout.Cancel();
            _abort.Dispose();
            _inner.Dispose();
            _response.Dispose();
            _timeout.Dispose();
            _lease?.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsDisposed => Volatile.Read(ref _disposed) != 0;

    /// <summary>The idle limit runs only while a read waits for bytes; between reads the caller may take any time.</summary>
    private CancellationTokenRegistration Begin(CancellationToken cancellationToken)
    {
        if (IsDisposed)
        {
            throw Closed(null);
        }

        cancellationToken.ThrowIfCancellationRequested();
        _timeout.Restart();
        return cancellationToken.Register(static state => ((TransferTimeout)state!).Cancel(), _timeout);
    }

    private static ObjectDisposedException Closed(Exception? cause) => new("The export was disposed and cannot be read any more.", cause);

    private Exception Translate(Exception exception, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return new OperationCanceledException(
                "The read was cancelled by its token.", SafeInnerException.ForTransport(exception, _call.Redactor), cancellationToken);
        }

        if (IsDisposed)
        {
            return Closed(SafeInnerException.ForTransport(exception, _call.Redactor));
        }

        ContactsException error = _timeout.Fired is { } kind
            ? new ContactsTimeoutException(_timeout.Limit, _call.RequestId) { Kind = kind }
            : CallErrors.IsCorrupt(exception)
                ? new ContactsInvalidResponseException(
                    _call.Status, _call.RequestId, SafeInnerException.ForBody(exception, _call.Redactor))
                { Expected = _call.Expected }
                : new ContactsConnectionException(_call.RequestId, SafeInnerException.ForTransport(exception, _call.Redactor));
        error.Operation = _call.Operation;
        error.Attempts = _call.Attempts;
        return error;
    }
}
