using System.Buffers;
using System.Net.Http.Headers;

namespace Contacts.Generated;

/// <summary>
/// A file that the service sends, read from the network while it is being used. Dispose it to free the connection. One without any bytes is
/// valid.
/// </summary>
/// <remarks>The bytes are the server's own. Its length and its type are what the server states.</remarks>
public class DownloadContent : IAsyncDisposable, IDisposable
{
    private readonly PeekableStream _content;
    private readonly IDisposable? _owner;
    private int _disposed;

    /// <summary>Makes a download, as a test or a fake client needs it.</summary>
    /// <param name="content">The bytes; disposed with the download.</param>
    /// <param name="fileName">The name the server suggests.</param>
    /// <param name="length">Bytes in <paramref name="content"/>, if known.</param>
    /// <param name="contentType">The media type the server states.</param>
    /// <exception cref="ArgumentException"><paramref name="content"/> is null or cannot be read, or <paramref name="length"/> is
    /// negative.</exception>
    public DownloadContent(Stream content, string? fileName = null, long? length = null, string? contentType = null)
        : this(content, fileName, length, contentType, owner: null)
    {
    }

    /// <summary>The body of a response, which is disposed with the download.</summary>
    internal DownloadContent(HttpResponseMessage response, PeekableStream body)
        : this(
            body,
            FileNameOf(response.Content?.Headers.ContentDisposition),
            // What is counted here is decoded; the header's length would be of the encoded bytes.
            response.Content?.Headers.ContentEncoding.Count == 0 ? response.Content.Headers.ContentLength : null,
            response.Content?.Headers.ContentType?.ToString(),
            response)
    {
    }

    internal DownloadContent(Stream content, string? fileName, long? length, string? contentType, IDisposable? owner)
    {
        if (content is null)
        {
            throw new ArgumentNullException(nameof(content), "Give the stream that holds the bytes.");
        }

        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read: give one that is open and readable.", nameof(content));
        }

        if (length < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), "The length is negative: give the number of bytes, or leave it out.");
        }

        _content = content as PeekableStream ?? new PeekableStream(content);
        _owner = owner;
        FileName = fileName;
        Length = length;
        ContentType = contentType;
    }

    /// <summary>What opens a response of a media type, which may have a wildcard.</summary>
    internal static ResponseReader<DownloadContent> ResponseReader(string mediaType) => new DownloadResponseReader(mediaType);

    /// <summary>The bytes, to be read once and forwards.</summary>
    public Stream Content => _content;

    /// <summary>The file name the server suggests, without a folder, or <see langword="null"/>.</summary>
    public string? FileName { get; }

    /// <summary>Bytes in all, or <see langword="null"/> when the server does not say.</summary>
    public long? Length { get; }

    /// <summary>The media type the server states, with its parameters, or <see langword="null"/>.</summary>
    public string? ContentType { get; }

    /// <summary>Copies what is left of <see cref="Content"/> to a stream, which stays open.</summary>
    /// <param name="destination">Where to write.</param>
    /// <param name="progress">Told how far it is, on the thread that copies; what it throws ends the copy and reaches the caller.</param>
    /// <param name="cancellationToken">Ends the copy.</param>
    /// <returns>A task that is done when everything was written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is null or cannot be written.</exception>
    /// <exception cref="ObjectDisposedException">The download was disposed.</exception>
    /// <exception cref="ContactsInvalidResponseException">The content is not <see cref="Length"/> bytes long.</exception>
    /// <exception cref="ContactsConnectionException">The connection broke before the end.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task CopyToAsync(Stream destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (destination is null)
        {
            throw new ArgumentNullException(nameof(destination), "Give the stream to write to.");
        }

        if (!destination.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written: give one that is open and writable.", nameof(destination));
        }

        return Volatile.Read(ref _disposed) == 0
            ? CopyAsync(destination, new ProgressMeter(progress, Length), cancellationToken)
            : throw new ObjectDisposedException(GetType().Name);
    }

    /// <summary>Frees the connection.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            await _content.CloseAsync().ConfigureAwait(false);
            _owner?.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the connection.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees the connection.</summary>
    /// <param name="disposing">True; there is no finalizer.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _content.Dispose();
            _owner?.Dispose();
        }
    }

    private async Task CopyAsync(Stream destination, ProgressMeter meter, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(StreamExtensions.CopyBufferSize);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            meter.Start(_content.BytesRead);
            int read;
            while ((read = await _content.ReadSomeAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (var offset = 0; offset < read;)
                {
                    var slice = meter.Slice(read - offset);
                    await destination.WriteAllAsync(buffer, offset, slice, cancellationToken).ConfigureAwait(false);
                    meter.Add(slice);
                    offset += slice;
                }
            }

            if (Length is { } length && _content.BytesRead != length)
            {
                throw new ContactsInvalidResponseException(ContactsInvalidResponseException.SomeSuccess);
            }

            meter.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>The name alone: a server must not choose the folder that an app writes to.</summary>
    private static string? FileNameOf(ContentDispositionHeaderValue? disposition)
    {
        var given = (disposition?.FileNameStar ?? disposition?.FileName)?.Trim('"');
        if (given is null)
        {
            return null;
        }

        var name = UploadContent.WithoutFolder(given);
        var hasDrive = name.Length > 1 && name[1] == ':';
        name = (hasDrive ? name.Substring(2) : name).Trim();
        return name is "" or "." or ".." ? null : name;
    }
}

/// <summary>A file, handed to the caller as it comes.</summary>
/// <param name="mediaType">The media type that the contract names, perhaps with a wildcard.</param>
internal sealed class DownloadResponseReader(string mediaType) : ResponseReader<DownloadContent>
{
    public override string Accept => mediaType;

    public override bool IsStreaming => true;

    public override string Expected => "a file of the type " + mediaType;

    public override ValueTask<DownloadContent?> OpenAsync(
        HttpResponseMessage response, PeekableStream body, CancellationToken cancellationToken) =>
        new(IsOtherType(response.Content?.Headers.ContentType?.MediaType) ? null : new DownloadContent(response, body));

    /// <summary>
    /// A page or an error is not the picture that was asked for; but where the contract leaves the type open, it may be the file.
    /// </summary>
    private bool IsOtherType(string? actual) => actual is not null
        && DownloadType.IsText(actual)
        && mediaType is not ("application/octet-stream" or "*/*" or "application/*")
        && !string.Equals(actual, mediaType, StringComparison.OrdinalIgnoreCase)
        && !DownloadType.IsText(mediaType);
}

/// <summary>Tells the media types of what is no file: JSON, HTML and XML.</summary>
internal static class DownloadType
{
    public static bool IsText(string mediaType) => IsOf(mediaType, "json") || IsOf(mediaType, "html") || IsOf(mediaType, "xml");

    public static bool IsOf(string mediaType, string format) =>
        mediaType.EndsWith($"/{format}", StringComparison.OrdinalIgnoreCase)
        || mediaType.EndsWith($"+{format}", StringComparison.OrdinalIgnoreCase);
}
