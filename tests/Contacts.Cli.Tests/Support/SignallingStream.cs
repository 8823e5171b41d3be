namespace Contacts.Cli.Tests.Support;

/// <summary>Keeps what is written, and calls back before and after each write.</summary>
internal sealed class SignallingStream(Action<int>? before = null, Action<int>? after = null) : MemoryStream
{
    private int _writes;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return default;
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _writes++;
        before?.Invoke(_writes);
        base.Write(buffer);
        after?.Invoke(_writes);
    }
}
