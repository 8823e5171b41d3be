using System.Buffers;
using System.Globalization;
using System.Net;
using System.Runtime.ExceptionServices;
using System.Text;

namespace Contacts.Generated;

/// <summary>
/// The body of one attempt of an upload: one file part, streamed through a pooled buffer. Disposing it closes the source.
/// </summary>
internal sealed class MultipartUploadContent : AttemptContent
{
    private readonly UploadSource _source;
    private readonly MultipartUploadOptions _options;
    private readonly CancellationToken _attempt;
    private readonly byte[] _opening;
    private readonly byte[] _closing;
    private volatile bool _hasSentFileBytes;
    private bool _inTransport;

    private MultipartUploadContent(UploadContent upload, UploadSource source, MultipartUploadOptions options, CancellationToken attempt)
    {
        _source = source;
        _options = options;
        _attempt = attempt;
        _opening = Opening(options, upload.FileName, upload.MediaType);
        _closing = Encoding.UTF8.GetBytes($"\r\n--{options.Boundary}--\r\n");
        Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", options.Boundary) } };
    }

    /// <summary>Set before the first byte of the file is handed over.</summary>
    public override bool HasSentPayload => _hasSentFileBytes;

    /// <summary>Bytes of the file, or null when its stream does not say.</summary>
    public long? FileLength => _source.Length;

    /// <summary>Opens the upload's bytes for one attempt.</summary>
    /// <param name="upload">What to send.</param>
    /// <param name="options">How to frame and watch it.</param>
    /// <param name="attempt">Ends the attempt, also where the target's <see cref="HttpContent"/> hands no token to the one that
    /// writes.</param>
    public static async ValueTask<MultipartUploadContent> OpenAsync(
        UploadContent upload, MultipartUploadOptions options, CancellationToken attempt)
    {
        var source = await upload.OpenAsync(attempt).ConfigureAwait(false);
        return new MultipartUploadContent(upload, source, options, attempt);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _opening.Length + _source.Length.GetValueOrDefault() + _closing.Length;
        return _source.Length is not null;
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
            _source.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task SendAsync(Stream transport, CancellationToken cancellationToken)
    {
        CallerFailure = null;
        _inTransport = false;
        _options.Begins?.Invoke();
        _options.Sends?.BeginBody(transport, isHarmless: !_hasSentFileBytes);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            await WriteAsync(transport, _opening, 0, _opening.Length, cancellationToken).ConfigureAwait(false);
            await SendFileAsync(transport, cancellationToken).ConfigureAwait(false);
            await WriteAsync(transport, _closing, 0, _closing.Length, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!_inTransport && !cancellationToken.IsCancellationRequested)
        {
            CallerFailure = ExceptionDispatchInfo.Capture(exception);
            throw;
        }
    }

    private async Task SendFileAsync(Stream transport, CancellationToken cancellationToken)
    {
        var file = await _source.BeginAsync(cancellationToken).ConfigureAwait(false);
        var buffer = ArrayPool<byte>.Shared.Rent(StreamExtensions.CopyBufferSize);
        try
        {
            var meter = new ProgressMeter(_options.Progress, _source.Length);
            meter.Start();
            var remaining = _source.Length ?? long.MaxValue;
            int read;
            while ((read = await file.ReadSomeAsync(buffer, 0, buffer.Length, cancellationToken).ConfigureAwait(false)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                remaining -= read;
                ThrowIfChanged(remaining < 0);
                await SendSlicesAsync(transport, buffer, read, meter, cancellationToken).ConfigureAwait(false);
            }

            ThrowIfChanged(_source.Length is not null && remaining > 0);
            meter.Finish();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            _source.End();
        }
    }

    private async ValueTask SendSlicesAsync(
        Stream transport, byte[] buffer, int count, ProgressMeter meter, CancellationToken cancellationToken)
    {
        for (var offset = 0; offset < count;)
        {
            var slice = meter.Slice(count - offset);
            _hasSentFileBytes = true;
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

    /// <summary>The length went out in a header: neither fewer nor more bytes would be this file.</summary>
    private static void ThrowIfChanged(bool changed)
    {
        if (changed)
        {
            throw new IOException(
                "The file or stream to upload changed its length while it was sent: keep it unchanged until the upload is over.");
        }
    }

    // Names are written as browsers write them, which is what servers are tested with: UTF-8 as it is, no filename*, and percent escapes
    // for what would end the quoted string (RFC 7578).
    private static byte[] Opening(MultipartUploadOptions options, string fileName, string mediaType)
    {
        var text = new StringBuilder();
        text.Append("--").Append(options.Boundary).Append("\r\nContent-Disposition: form-data; name=\"");
        AppendEscaped(text, options.PartName).Append("\"; filename=\"");
        AppendEscaped(text, fileName).Append("\"\r\nContent-Type: ").Append(mediaType).Append("\r\n\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>
    /// Beyond the quote and the line breaks, other control characters are escaped too: parsers refuse headers that have them.
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

/// <summary>How one attempt frames and watches an upload.</summary>
internal sealed class MultipartUploadOptions
{
    /// <summary>The form field that carries the file.</summary>
    public string PartName { get; init; } = "file";

    public IProgress<TransferProgress>? Progress { get; init; }

    /// <summary>Told when the transport asks for the body.</summary>
    public Action? Begins { get; init; }

    /// <summary>Told the number of bytes after each write that the transport took; what an idle timeout is measured by.</summary>
    public Action<long>? Moved { get; init; }

    /// <summary>Told when the body is about to be sent, which it must not be twice.</summary>
    public AttemptSends? Sends { get; init; }

    /// <summary>A token of at most 70 characters that needs no quotes; random unless a test wants the same bytes each time.</summary>
    public string Boundary { get; init; } = $"contacts-{Guid.NewGuid():N}";
}
