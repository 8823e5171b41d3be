using System.Runtime.InteropServices;

namespace Contacts.Generated;

internal sealed class BytesUploadContent : UploadContent
{
    private readonly ArraySegment<byte> _bytes;

    private BytesUploadContent(ArraySegment<byte> bytes, string fileName, string mediaType)
        : base(fileName, mediaType) => _bytes = bytes;

    internal override bool CanReplay => true;

    internal override long? Length => _bytes.Count;

    internal static BytesUploadContent Create(ReadOnlyMemory<byte> bytes, string fileName, string? contentType)
    {
        if (bytes.IsEmpty)
        {
            throw new ArgumentException("There is nothing to upload: give at least one byte.", nameof(bytes));
        }

        UploadFileName.Check(fileName, nameof(fileName));
        var segment = MemoryMarshal.TryGetArray(bytes, out var array) ? array : new ArraySegment<byte>(bytes.ToArray());
        return new BytesUploadContent(segment, fileName, MediaTypes.Choose(contentType, fileName));
    }

    internal override ValueTask<UploadSource> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<UploadSource>(
            new OwnedStreamSource(new MemoryStream(_bytes.Array!, _bytes.Offset, _bytes.Count, writable: false)));
    }
}
