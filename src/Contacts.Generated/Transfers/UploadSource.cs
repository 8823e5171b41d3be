namespace Contacts.Generated;

/// <summary>The opened bytes of one attempt. Reading may begin more than once, because a transport may serialize a request again.</summary>
internal abstract class UploadSource(long? length) : IDisposable
{
    /// <summary>Bytes from the start to the end, or <see langword="null"/> when only reading tells.</summary>
    internal long? Length => length;

    /// <summary>Gives the stream, standing at the first byte to send. <see cref="End"/> must follow.</summary>
    internal abstract ValueTask<Stream> BeginAsync(CancellationToken cancellationToken);

    internal abstract void End();

    public abstract void Dispose();
}
