namespace Contacts.Generated;

/// <summary>A stream that was opened for this attempt and is closed with it.</summary>
internal sealed class OwnedStreamSource(Stream stream) : UploadSource(stream.Length)
{
    internal override ValueTask<Stream> BeginAsync(CancellationToken cancellationToken)
    {
        stream.Position = 0;
        return new ValueTask<Stream>(stream);
    }

    internal override void End()
    {
    }

    public override void Dispose() => stream.Dispose();
}
