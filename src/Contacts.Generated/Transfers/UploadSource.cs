using System.Runtime.InteropServices;

namespace Contacts.Generated;

/// <summary>The opened bytes of one attempt. Reading may begin more than once, because a transport may serialize a request again.</summary>
/// <param name="length">Bytes from the start to the end, or null when only reading tells.</param>
/// <param name="begin">Gives the stream, standing at the first byte to send.</param>
/// <param name="end">Called when a reading that began has ended, or null.</param>
/// <param name="owned">What is closed with the attempt, or null.</param>
internal sealed class UploadSource(long? length, Func<CancellationToken, ValueTask<Stream>> begin, Action? end, IDisposable? owned)
    : IDisposable
{
    /// <summary>A stream that was opened for this attempt and is closed with it.</summary>
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
            throw new ArgumentException("There is nothing to upload: give at least one byte.", nameof(bytes));
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
