namespace Contacts.Generated.Tests;

/// <summary>The network that an upload is written to: each write stands still until the test lets it through.</summary>
internal sealed class TestTarget : MemoryStream
{
    private readonly SemaphoreSlim _writing = new(0);
    private readonly SemaphoreSlim _through = new(0);

    public Task WritingAsync() => _writing.WaitAsync().WaitAsync(HangGuard.Limit);

    public void LetThrough() => _through.Release();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var through = _through.WaitAsync(cancellationToken);
        _writing.Release();
        await through;
        Write(buffer.Span);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
