namespace Contacts.Generated;

/// <summary>The body of a transfer: watched for stalls, and its faults told in the SDK's own exceptions.</summary>
internal sealed class GuardedStream(Stream inner, HttpResponseMessage response, IdleWatch watch, string? requestId) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        watch.Restart();
        try
        {
            return inner.Read(buffer, offset, count);
        }
        catch (Exception exception) when (IsFault(exception))
        {
            throw Translate(exception);
        }
    }

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        watch.Restart();
        using var registration = cancellationToken.Register(static state => ((IdleWatch)state!).Cancel(), watch);
        try
        {
            return await inner.ReadSomeAsync(buffer, offset, count, watch.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFault(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw Translate(exception);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }

#if NET8_0_OR_GREATER
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        watch.Restart();
        using var registration = cancellationToken.UnsafeRegister(static state => ((IdleWatch)state!).Cancel(), watch);
        try
        {
            return await inner.ReadAsync(buffer, watch.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsFault(exception) && !cancellationToken.IsCancellationRequested)
        {
            throw Translate(exception);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
#endif

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            response.Dispose();
            watch.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsFault(Exception exception) => exception is IOException or HttpRequestException or OperationCanceledException or ObjectDisposedException;

    private ContactsException Translate(Exception exception) => watch.Fired is { } kind
        ? new ContactsTimeoutException(watch.Limit, requestId) { Kind = kind }
        : new ContactsConnectionException(requestId, SafeInnerException.ForTransport(exception));
}
