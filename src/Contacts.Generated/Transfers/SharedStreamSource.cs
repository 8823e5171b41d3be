namespace Contacts.Generated;

/// <summary>The caller's stream: borrowed while it is read, never closed.</summary>
internal sealed class SharedStreamSource(SharedStream stream, long? length) : UploadSource(length)
{
    internal override ValueTask<Stream> BeginAsync(CancellationToken cancellationToken) => stream.BeginAsync(cancellationToken);

    internal override void End() => stream.End();

    public override void Dispose()
    {
    }
}
