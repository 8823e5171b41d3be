namespace Contacts.Generated;

internal sealed class StreamUploadContent : UploadContent
{
    private readonly SharedStream _stream;

    private StreamUploadContent(SharedStream stream, string fileName, string mediaType)
        : base(fileName, mediaType) => _stream = stream;

    internal override bool CanReplay => !_stream.IsSpent;

    internal override long? Length => _stream.Remaining;

    internal static StreamUploadContent Create(Stream stream, string fileName, string? contentType)
    {
        if (stream is null)
        {
            throw new ArgumentNullException(nameof(stream), "Give the stream to upload.");
        }

        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read: give one that is open and readable.", nameof(stream));
        }

        UploadFileName.Check(fileName, nameof(fileName));
        var shared = new SharedStream(stream);
        return shared.Remaining is <= 0
            ? throw new ArgumentException("The stream is empty or stands at its end: set its Position to the first byte to upload.", nameof(stream))
            : new StreamUploadContent(shared, fileName, MediaTypes.Choose(contentType, fileName));
    }

    internal override async ValueTask<UploadSource> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _stream.ThrowIfSpent();
        var length = _stream.Remaining;
        if (!await _stream.IsEmptyAsync(cancellationToken).ConfigureAwait(false))
        {
            return new SharedStreamSource(_stream, length);
        }

        throw length is null
            ? new ArgumentException("The stream is empty: give one with at least one byte left to read.", "stream")
            : new IOException("The stream to upload was emptied since it was given: keep it unchanged until the upload is over.");
    }
}
