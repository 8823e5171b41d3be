namespace Contacts.Generated;

/// <summary>A body whose first bytes can be looked at before it is read: nothing of them is lost. Counts what its reader got.</summary>
internal sealed class PeekableStream(Stream inner) : Stream
{
    private const int MaxPeek = 1024;

    private byte[] _peeked = [];
    private int _length;
    private int _replayed;

    /// <summary>Bytes handed to the reader so far.</summary>
    internal long BytesRead { get; private set; }

    internal ReadOnlySpan<byte> Peeked => _peeked.AsSpan(0, _length);

    public override bool CanRead => inner.CanRead;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Looks further ahead by one read; false at the end of the body or of what can be looked at.</summary>
    internal async ValueTask<bool> PeekMoreAsync(CancellationToken cancellationToken)
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

#if NET
    public override int Read(Span<byte> buffer) =>
        Replay(buffer) is var replayed and > 0 ? replayed : Count(inner.Read(buffer));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Replay(buffer.Span) is var replayed and > 0
            ? replayed
            : Count(await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync().ConfigureAwait(false);
        await base.DisposeAsync().ConfigureAwait(false);
    }
#else
    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Replay(buffer.AsSpan(offset, count)) is var replayed and > 0
            ? replayed
            : Count(await inner.ReadAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false));
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
