namespace Contacts.Generated.Tests;

/// <summary>A body that breaks off after these bytes.</summary>
internal sealed class CutStream(byte[] bytes) : MemoryStream(bytes)
{
    public override int Read(byte[] buffer, int offset, int count) => NotNothing(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => NotNothing(base.Read(buffer));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer, offset, count));

    private static int NotNothing(int read) => read > 0 ? read : throw new IOException("The body was cut off.");
}
