using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;

namespace Contacts.Generated;

/// <summary>The body of one attempt of an upload: one file part, streamed through a pooled buffer. Disposing it closes the source.</summary>
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
        _opening = MultipartFraming.Opening(options, upload.FileName, upload.MediaType);
        _closing = MultipartFraming.Closing(options);
        Headers.ContentType = new MediaTypeHeaderValue("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", options.Boundary) } };
    }

    /// <summary>Set before the first byte of the file is handed over.</summary>
    public override bool HasSentPayload => _hasSentFileBytes;

    /// <summary>Bytes of the file, or null when its stream does not say.</summary>
    internal long? FileLength => _source.Length;

    /// <summary>Opens the upload's bytes for one attempt.</summary>
    /// <param name="upload">What to send.</param>
    /// <param name="options">How to frame and watch it.</param>
    /// <param name="attempt">Ends the attempt, also where the target's <see cref="HttpContent"/> hands no token to the one that writes.</param>
    internal static async ValueTask<MultipartUploadContent> OpenAsync(UploadContent upload, MultipartUploadOptions options, CancellationToken attempt)
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
        var buffer = ArrayPool<byte>.Shared.Rent(StreamExtensions.BufferSize);
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

    private async ValueTask SendSlicesAsync(Stream transport, byte[] buffer, int count, ProgressMeter meter, CancellationToken cancellationToken)
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
            throw new IOException("The file or stream to upload changed its length while it was sent: keep it unchanged until the upload is over.");
        }
    }
}
