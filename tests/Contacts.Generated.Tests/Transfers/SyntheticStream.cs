namespace Contacts.Generated.Tests;

/// <summary>
/// A stream of a given length whose byte at position n is n modulo 251. Reads only asynchronously, at most so many bytes at once,
/// and completes on the calling thread; so what a copy of it allocates can be measured there.
/// </summary>
internal sealed class SyntheticStream(
    long length, int maxRead = int.MaxValue, bool canSeek = false, bool fill = true, bool heedsToken = true) : AsyncReadStream
{
    private long _position;

    internal bool IsDisposed { get; private set; }

    internal int Reads { get; private set; }

    internal int SyncReads { get; private set; }

    /// <summary>Called before each read, with the position it starts at.</summary>
    internal Action<long>? OnRead { get; set; }

    public override bool CanRead => !IsDisposed;

    public override bool CanSeek => canSeek;

    public override long Length => canSeek ? length : throw new NotSupportedException();

    public override long Position
    {
        get => canSeek ? _position : throw new NotSupportedException();
        set => _position = canSeek ? value : throw new NotSupportedException();
    }

    internal static byte[] Bytes(long from, long to) =>
        [.. Enumerable.Range((int)from, (int)(to - from)).Select(index => (byte)(index % 251))];

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (heedsToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
        }

        Reads++;
        OnRead?.Invoke(_position);
        var count = (int)Math.Min(Math.Min(buffer.Length, maxRead), length - _position);
        for (var index = 0; fill && index < count; index++)
        {
            buffer.Span[index] = (byte)((_position + index) % 251);
        }

        _position += count;
        return new ValueTask<int>(count);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        SyncReads++;
        return base.Read(buffer, offset, count);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
