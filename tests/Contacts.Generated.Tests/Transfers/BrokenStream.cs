namespace Contacts.Generated.Tests;

/// <summary>A transport or a disk whose n-th write fails, if it is not 0, and that heeds no token.</summary>
internal sealed class BrokenStream(int failingWrite) : MemoryStream
{
    private int _writes;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (++_writes == failingWrite)
        {
            throw new IOException("broken");
        }

        Write(buffer.Span);
        return default;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
