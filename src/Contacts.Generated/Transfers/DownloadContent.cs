using System.Buffers;
using System.Net.Http.Headers;

namespace Contacts.Generated;

/// <summary>
/// A file that the service sends, read from the network while it is being used. Dispose it to free the connection. A file without any
/// bytes is valid.
/// </summary>
/// <remarks>The bytes, the length and the media type are as the server sent them.</remarks>
public class DownloadContent : IAsyncDisposable, IDisposable
{
    private readonly PeekableStream _content;
    private readonly IDisposable? _owner;
    private int _disposed;

    /// <summary>Creates a download, for tests and fake clients.</summary>
    /// <param name="content">The bytes; disposed together with the download.</param>
    /// <param name="fileName">The file name that the server suggests.</param>
    /// <param name="length">The number of bytes in <paramref name="content"/>, if it is known.</param>
    /// <param name="contentType">The media type that the server states.</param>
    /// <exception cref="ArgumentException"><paramref name="content"/> is null or cannot be read, or <paramref name="length"/> is
    /// negative.</exception>
    public DownloadContent(Stream content, string? fileName = null, long? length = null, string? contentType = null)
        : this(content, fileName, length, contentType, owner: null)
    {
    }

    /// <summary>Creates a download from the body of a response, which is disposed together with the download.</summary>
    internal DownloadContent(HttpResponseMessage response, PeekableStream body)
        : this(
            body,
            FileNameOf(response.Content?.Headers.ContentDisposition),
            // The length is that of the decoded bytes; if they were encoded, the header's is another.
            response.Content?.Headers.ContentEncoding.Count == 0 ? response.Content.Headers.ContentLength : null,
            response.Content?.Headers.ContentType?.ToString(),
            response)
    {
    }

    internal DownloadContent(Stream content, string? fileName, long? length, string? contentType, IDisposable? owner)
    {
        if (content is null)
        {
            throw new ArgumentNullException(nameof(content), "A stream is required. Pass the one that contains the bytes.");
        }

        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read. Pass one that is open and readable.", nameof(content));
        }

        if (length < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(length), "The length is negative. Pass the number of bytes, or null if it is not known.");
        }

        _content = content as PeekableStream ?? new PeekableStream(content);
        _owner = owner;
        FileName = fileName;
        Length = length;
        ContentType = contentType;
    }

    /// <summary>The reader of responses with a media type, which may have a wildcard.</summary>
    internal static ResponseReader<DownloadContent> ResponseReader(string mediaType) => new DownloadResponseReader(mediaType);

    /// <summary>The bytes, which can be read once, from start to end.</summary>
    public Stream Content => _content;

    /// <summary>The file name that the server suggests, without a folder, or <see langword="null"/>.</summary>
    public string? FileName { get; }

    /// <summary>The total number of bytes, or <see langword="null"/> if the server does not state it.</summary>
    public long? Length { get; }

    /// <summary>The media type that the server states, with its parameters, or <see langword="null"/>.</summary>
    public string? ContentType { get; }

    /// <summary>Copies the rest of <see cref="Content"/> to a stream, which stays open.</summary>
    /// <param name="destination">The stream to write to.</param>
    /// <param name="progress">
    /// Receives the progress, on the thread that copies, or <see langword="null"/> to report none. An exception that it throws ends the
    /// copy and is passed on to the caller.
    /// </param>
    /// <param name="cancellationToken">Cancels the copy.</param>
    /// <returns>A task that completes when everything has been written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is null or cannot be written to.</exception>
    /// <exception cref="ObjectDisposedException">The download was disposed.</exception>
    /// <exception cref="ContactsInvalidResponseException">The content is not <see cref="Length"/> bytes long.</exception>
    /// <exception cref="ContactsConnectionException">The connection broke before the end.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task CopyToAsync(Stream destination, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        if (destination is null)
        {
            throw new ArgumentNullException(nameof(destination), "A stream is required. Pass the one to write to.");
        }

        if (!destination.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written to. Pass one that is open and writable.", nameof(destination));
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

    /// <summary>Only the name: a server must not choose the folder to which an application writes.</summary>
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

/// <summary>A file, which the caller reads as it arrives.</summary>
/// <param name="mediaType">The media type in the contract, which may have a wildcard.</param>
internal sealed class DownloadResponseReader(string mediaType) : ResponseReader<DownloadContent>
{
    public override string Accept => mediaType;

    public override bool IsStreaming => true;

    public override string Expected => "a file of the type " + mediaType;

    public override ValueTask<DownloadContent?> OpenAsync(
        HttpResponseMessage response, PeekableStream body, CancellationToken cancellationToken) =>
        new(IsOtherType(response.Content?.Headers.ContentType?.MediaType) ? null : new DownloadContent(response, body));

    /// <summary>
    /// A web page or an error is not the requested picture; but where the contract leaves the type open, it may be the file.
    /// </summary>
    private bool IsOtherType(string? actual) => actual is not null
        && DownloadType.IsText(actual)
        && mediaType is not ("application/octet-stream" or "*/*" or "application/*")
        && !string.Equals(actual, mediaType, StringComparison.OrdinalIgnoreCase)
        && !DownloadType.IsText(mediaType);
}

/// <summary>Detects the media types of errors and web pages rather than files: JSON, HTML and XML.</summary>
internal static class DownloadType
{
    public static bool IsText(string mediaType) => IsOf(mediaType, "json") || IsOf(mediaType, "html") || IsOf(mediaType, "xml");

    public static bool IsOf(string mediaType, string format) =>
        mediaType.EndsWith($"/{format}", StringComparison.OrdinalIgnoreCase)
        || mediaType.EndsWith($"+{format}", StringComparison.OrdinalIgnoreCase);
}
