namespace Contacts.Generated;

/// <summary>
/// A body whose first bytes can be looked at before it is read, without losing them. Counts the bytes that its reader received.
/// </summary>
internal sealed class PeekableStream(Stream inner) : ReadOnlyStream
{
    private const int MaxPeek = 1024;

    private byte[] _peeked = [];
    private int _length;
    private int _replayed;

    /// <summary>The number of bytes that the reader received so far.</summary>
    public long BytesRead { get; private set; }

    public ReadOnlySpan<byte> Peeked => _peeked.AsSpan(0, _length);

    public override bool CanRead => inner.CanRead;

    /// <summary>Looks further ahead by one read; false at the end of the body or of what can be looked at.</summary>
    public async ValueTask<bool> PeekMoreAsync(CancellationToken cancellationToken)
    {
        if (_peeked.Length == 0)
        {
            _peeked = new byte[MaxPeek];
        }

        if (_length == MaxPeek)
        {
            return false;
        }

        var read = await inner.ReadSomeAsync(_peeked, _length, MaxPeek - _length, cancellationToken).ConfigureAwait(false);
        _length += read;
        return read > 0;
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        Replay(buffer.AsSpan(offset, count)) is var replayed and > 0 ? replayed : Count(inner.Read(buffer, offset, count));

    protected override async ValueTask<int> ReadCoreAsync(Memory<byte> buffer, CancellationToken cancellationToken) =>
        Replay(buffer.Span) is var replayed and > 0
            ? replayed
            : Count(await inner.ReadSomeAsync(buffer, cancellationToken).ConfigureAwait(false));

#if NET8_0_OR_GREATER
    public override int Read(Span<byte> buffer) =>
        Replay(buffer) is var replayed and > 0 ? replayed : Count(inner.Read(buffer));

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Replay(Span<byte> destination)
    {
        var count = Math.Min(destination.Length, _length - _replayed);
        _peeked.AsSpan(_replayed, count).CopyTo(destination);
        _replayed += count;
        return Count(count);
    }

    private int Count(int read)
    {
        BytesRead += read;
        return read;
    }
}
