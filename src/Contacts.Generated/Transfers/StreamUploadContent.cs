namespace Contacts.Generated;

/// <summary>
/// A caller's stream, which the attempts of a call share and never close. They read it in turn, since an abandoned attempt may still be
/// waiting for a read, and two concurrent reads would mix up the bytes.
/// </summary>
#pragma warning disable CA1001 // the stream is the caller's to close, and a semaphore without a wait handle holds nothing to free
internal sealed class StreamUploadContent : UploadContent
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Stream _stream;
    private readonly long? _start;
    private volatile bool _wasRead;

    private StreamUploadContent(Stream stream, string fileName, string mediaType)
        : base(fileName, mediaType)
    {
        _stream = stream.CanSeek ? stream : new PeekableStream(stream);
        _start = stream.CanSeek ? stream.Position : null;
    }

    // A stream that cannot seek cannot be rewound once it has been read.
    internal override bool CanReplay => !_wasRead || _start is not null;

    internal override long? Length => _start is { } start ? _stream.Length - start : null;

    public static StreamUploadContent Create(Stream stream, string fileName, string? contentType)
    {
        if (stream is null)
        {
            throw new ArgumentNullException(nameof(stream), "A stream is required. Pass the one to upload.");
        }

        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read. Pass one that is open and readable.", nameof(stream));
        }

        CheckFileName(fileName);
        return stream.CanSeek && stream.Length <= stream.Position
            ? throw new ArgumentException(
                "The stream is empty or at its end. Set its Position to the first byte to upload.", nameof(stream))
            : new StreamUploadContent(stream, fileName, MediaTypes.Choose(contentType, fileName));
    }

    internal override async ValueTask<UploadSource> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfSpent();
        var length = Length;
        if (!await IsEmptyAsync(cancellationToken).ConfigureAwait(false))
        {
            return new UploadSource(length, BeginAsync, End, owned: null);
        }

        throw length is null
            ? new ArgumentException("The stream is empty. Pass one with at least one byte left to read.", "stream")
            : new IOException("The stream to upload was emptied before it could be read. Keep it unchanged until the upload is over.");
    }

    /// <summary>
    /// Whether there is nothing to send. For a stream that cannot seek, only a read shows that; the bytes read are kept for the attempt.
    /// </summary>
    private async ValueTask<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        if (_stream is not PeekableStream { Peeked.IsEmpty: true } unread)
        {
            return Length <= 0;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return !await unread.PeekMoreAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            End();
        }
    }

    private async ValueTask<Stream> BeginAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfSpent();
            if (_start is { } start)
            {
                _stream.Position = start;
            }

            _wasRead = true;
            return _stream;
        }
        catch
        {
            End();
            throw;
        }
    }

    private void End() => _turn.Release();

    private void ThrowIfSpent()
    {
        if (!CanReplay)
        {
            throw new InvalidOperationException(
                "The stream to upload can be read only once and has been read. Create the content again, from a stream that can seek, "
                + "from bytes or from a file.");
        }
    }
}
