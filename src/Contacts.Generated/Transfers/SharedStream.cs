namespace Contacts.Generated;

/// <summary>
/// A caller's stream, shared by the attempts of a call and never closed. They read it in turn: an attempt that was given up may still
/// wait in a read, and two reads at once would mix up the bytes.
/// </summary>
#pragma warning disable CA1001 // the stream is not this one's to close, and a semaphore holds nothing to free until its wait handle is asked for
internal sealed class SharedStream(Stream stream)
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Stream _stream = stream.CanSeek ? stream : new PeekStream(stream);
    private readonly long? _start = stream.CanSeek ? stream.Position : null;
    private volatile bool _read;

    /// <summary>Whether it was read and cannot be set back.</summary>
    internal bool IsSpent => _read && _start is null;

    internal long? Remaining => _start is { } start ? stream.Length - start : null;

    /// <summary>Whether there is nothing to send. A stream that cannot seek tells by a read only; what that brings is kept for the attempt.</summary>
    internal async ValueTask<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        if (_stream is not PeekStream { Peeked.IsEmpty: true } unread)
        {
            return Remaining <= 0;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return !await unread.PeekMoreAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    internal void ThrowIfSpent()
    {
        if (IsSpent)
        {
            throw new InvalidOperationException(
                "The stream to upload can be read only once and was read: make the content anew, from a stream that can seek, from bytes or from a file.");
        }
    }

    internal async ValueTask<Stream> BeginAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfSpent();
            if (_start is { } start)
            {
                _stream.Position = start;
            }

            _read = true;
            return _stream;
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    internal void End() => _turn.Release();
}
