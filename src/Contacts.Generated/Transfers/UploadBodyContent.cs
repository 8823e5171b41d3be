using System.Buffers;
using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using System.Text;

namespace Contacts.Generated;

/// <summary>
/// The body of one attempt of an upload, streamed through a pooled buffer: the parts of a form, or a single file. Disposing it closes the
/// sources.
/// </summary>
internal sealed class UploadBodyContent : AttemptContent
{
    private readonly List<Piece> _pieces;
    private readonly UploadBodyOptions _options;
    private readonly CancellationToken _attempt;
    private volatile bool _hasSentPayload;
    private bool _inTransport;

    private UploadBodyContent(List<Piece> pieces, UploadBodyOptions options, CancellationToken attempt)
    {
        _pieces = pieces;
        _options = options;
        _attempt = attempt;
    }

    /// <summary>Set before the first byte of a file or a value is sent.</summary>
    public override bool HasSentPayload => _hasSentPayload;

    /// <summary>The number of bytes in the files, or null if a stream does not know its length.</summary>
    public long? FileLength
    {
        get
        {
            long? length = 0;
            foreach (var piece in _pieces)
            {
                length += piece.Source is { } source ? source.Length : 0;
            }

            return length;
        }
    }

    /// <summary>Opens the files and streams for one attempt.</summary>
    /// <param name="body">What to send.</param>
    /// <param name="options">How to write it, and whom to notify.</param>
    /// <param name="attempt">
    /// Cancels the attempt, also on targets whose <see cref="HttpContent"/> passes no token to the method that writes the body.
    /// </param>
    public static async ValueTask<UploadBodyContent> OpenAsync(UploadBody body, UploadBodyOptions options, CancellationToken attempt)
    {
        var pieces = new List<Piece>((2 * body.Parts.Count) + 1);
        var content = new UploadBodyContent(pieces, options, attempt);
        try
        {
            foreach (var part in body.Parts)
            {
                if (body.IsForm)
                {
                    pieces.Add(new Piece(MultipartText.Head(part, options.Boundary, isFirst: pieces.Count == 0), Source: null));
                }

                pieces.Add(part.File is { } file
                    ? new Piece([], await file.OpenAsync(attempt).ConfigureAwait(false))
                    : new Piece(part.Bytes!, Source: null, IsPayload: true));
            }
        }
        catch
        {
            content.Dispose();
            throw;
        }

        if (body.IsForm)
        {
            pieces.Add(new Piece(MultipartText.End(options.Boundary, isFirst: pieces.Count == 0), Source: null));
        }

        content.Headers.TryAddWithoutValidation(
            "Content-Type", body.IsForm ? $"{body.MediaType}; boundary={options.Boundary}" : body.MediaType);
        return content;
    }

    protected override bool TryComputeLength(out long length)
    {
        var files = FileLength;
        length = files.GetValueOrDefault() + _pieces.Sum(static piece => (long)piece.Bytes.Length);
        return files is not null;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SendAsync(stream, _attempt);

#if NET
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(_attempt, cancellationToken);
        await SendAsync(stream, linked.Token).ConfigureAwait(false);
    }
#endif

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _pieces.ForEach(static piece => piece.Source?.Dispose());
        }

        base.Dispose(disposing);
    }

    private async Task SendAsync(Stream transport, CancellationToken cancellationToken)
    {
        CallerFailure = null;
        _inTransport = false;
        _options.Begins?.Invoke();
        _options.Sends?.BeginBody(transport, isHarmless: !_hasSentPayload);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            var meter = new ProgressMeter(_options.Progress, FileLength);
            var isFirst = true;
            foreach (var piece in _pieces)
            {
                if (piece.Source is { } source)
                {
                    if (isFirst)
                    {
                        meter.Start();
                        isFirst = false;
                    }

                    await SendFileAsync(transport, source, meter, cancellationToken).ConfigureAwait(false);
                }
                else
                {
                    _hasSentPayload |= piece.IsPayload;
                    await WriteAsync(transport, piece.Bytes, 0, piece.Bytes.Length, cancellationToken).ConfigureAwait(false);
                }
            }

            meter.Finish();
        }
        catch (Exception exception) when (!_inTransport && !cancellationToken.IsCancellationRequested)
        {
            CallerFailure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }

    private async Task SendFileAsync(Stream transport, UploadSource source, ProgressMeter meter, CancellationToken cancellationToken)
    {
        var file = await source.BeginAsync(cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(StreamExtensions.CopyBufferSize);
        try
        {
            var remaining = source.Length ?? long.MaxValue;
            int read;
            while ((read = await file.ReadSomeAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                remaining -= read;
                ThrowIfChanged(remaining < 0);
                await SendSlicesAsync(transport, buffer, read, meter, cancellationToken).ConfigureAwait(false);
            }

            ThrowIfChanged(source.Length is not null && remaining > 0);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            source.End();
        }
    }

    private async ValueTask SendSlicesAsync(
        Stream transport, byte[] buffer, int count, ProgressMeter meter, CancellationToken cancellationToken)
    {
        for (var offset = 0; offset < count;)
        {
            var slice = meter.Slice(count - offset);
            _hasSentPayload = true;
            await WriteAsync(transport, buffer, offset, slice, cancellationToken).ConfigureAwait(false);
            meter.Add(slice);
            offset += slice;
        }
    }

    private async ValueTask WriteAsync(Stream transport, byte[] buffer, int offset, int count, CancellationToken cancellationToken)
    {
        _inTransport = true;
        await transport.WriteAllAsync(buffer, offset, count, cancellationToken).ConfigureAwait(false);
        _inTransport = false;
        _options.Moved?.Invoke(count);
    }

    /// <summary>A header has already stated the length, so neither fewer nor more bytes would be valid.</summary>
    private static void ThrowIfChanged(bool changed)
    {
        if (changed)
        {
            throw new IOException(
                "The file or stream to upload changed its length while it was sent. Keep it unchanged until the upload is over.");
        }
    }

    /// <summary>The bytes of a value or between the parts, or a file.</summary>
    private readonly record struct Piece(byte[] Bytes, UploadSource? Source, bool IsPayload = false);
}

/// <summary>
/// What is written around the parts of a form. Names are written as browsers write them, since servers are tested with those: UTF-8 as it
/// is, no filename*, and percent escapes for characters that would end the quoted string (RFC 7578).
/// </summary>
internal static class MultipartText
{
    public static byte[] Head(BodyPart part, string boundary, bool isFirst)
    {
        var text = new StringBuilder(isFirst ? "" : "\r\n");
        text.Append("--").Append(boundary).Append("\r\nContent-Disposition: form-data; name=\"");
        AppendEscaped(text, part.Name).Append('"');
        if (part.File is { } file)
        {
            AppendEscaped(text.Append("; filename=\""), file.FileName).Append('"');
        }

        if ((part.MediaType ?? part.File?.MediaType) is { } mediaType)
        {
            text.Append("\r\nContent-Type: ").Append(mediaType);
        }

        return Encoding.UTF8.GetBytes(text.Append("\r\n\r\n").ToString());
    }

    public static byte[] End(string boundary, bool isFirst) => Encoding.UTF8.GetBytes($"{(isFirst ? "" : "\r\n")}--{boundary}--\r\n");

    /// <summary>
    /// Besides quotes and line breaks, other control characters are escaped too, since parsers reject headers that contain them.
    /// </summary>
    private static StringBuilder AppendEscaped(StringBuilder text, string value)
    {
        foreach (var character in value)
        {
            if (character is '"' or '\x7F' or (< ' ' and not '\t'))
            {
                text.Append('%').Append(((int)character).ToString("X2", CultureInfo.InvariantCulture));
            }
            else
            {
                text.Append(character);
            }
        }

        return text;
    }
}

/// <summary>How to write the body of one attempt of an upload, and whom to notify of it.</summary>
internal sealed class UploadBodyOptions
{
    public IProgress<TransferProgress>? Progress { get; init; }

    /// <summary>Called when the transport asks for the body.</summary>
    public Action? Begins { get; init; }

    /// <summary>Called with the number of bytes after each write that the transport accepted; the idle timeout depends on it.</summary>
    public Action<long>? Moved { get; init; }

    /// <summary>Called when the body is about to be sent, which must not happen twice.</summary>
    public SendCounter? Sends { get; init; }

    /// <summary>A string of at most 70 characters that needs no quotes; random unless a test needs the same bytes each time.</summary>
    public string Boundary { get; init; } = $"contacts-{Guid.NewGuid():N}";
}
