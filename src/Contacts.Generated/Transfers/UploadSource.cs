using System.Runtime.InteropServices;

namespace Contacts.Generated;

/// <summary>The opened bytes of one attempt. They may be read more than once, since a transport may serialize a request again.</summary>
/// <param name="length">The number of bytes, or null if it becomes known only by reading.</param>
/// <param name="begin">Returns the stream, positioned at the first byte to send.</param>
/// <param name="end">Called when a reading has ended; null if nothing needs to be done.</param>
/// <param name="owned">Disposed at the end of the attempt; null if there is nothing to dispose of.</param>
internal sealed class UploadSource(long? length, Func<CancellationToken, ValueTask<Stream>> begin, Action? end, IDisposable? owned)
    : IDisposable
{
    /// <summary>Creates a source from a stream that was opened for this attempt and is closed at its end.</summary>
    public UploadSource(Stream stream)
        : this(stream.Length, _ => FromStart(stream), end: null, stream)
    {
    }

    public long? Length => length;

    public ValueTask<Stream> BeginAsync(CancellationToken cancellationToken) => begin(cancellationToken);

    public void End() => end?.Invoke();

    public void Dispose() => owned?.Dispose();

    private static ValueTask<Stream> FromStart(Stream stream)
    {
        stream.Position = 0;
        return new(stream);
    }
}

internal sealed class BytesUploadContent : UploadContent
{
    private readonly ArraySegment<byte> _bytes;

    private BytesUploadContent(ArraySegment<byte> bytes, string fileName, string mediaType)
        : base(fileName, mediaType) => _bytes = bytes;

    internal override bool CanReplay => true;

    internal override long? Length => _bytes.Count;

    public static BytesUploadContent Create(ReadOnlyMemory<byte> bytes, string fileName, string? contentType)
    {
        if (bytes.IsEmpty)
        {
            throw new ArgumentException("There is nothing to upload. Pass at least one byte.", nameof(bytes));
        }

        CheckFileName(fileName);
        var segment = MemoryMarshal.TryGetArray(bytes, out var array) ? array : new ArraySegment<byte>(bytes.ToArray());
        return new BytesUploadContent(segment, fileName, MediaTypes.Choose(contentType, fileName));
    }

    internal override ValueTask<UploadSource> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new(new UploadSource(new MemoryStream(_bytes.Array!, _bytes.Offset, _bytes.Count, writable: false)));
    }
}
