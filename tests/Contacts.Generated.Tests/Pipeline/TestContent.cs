using System.Net;
using System.Net.Http.Headers;

namespace Contacts.Generated.Tests;

/// <summary>The content of a response over a stream, which notes that it was disposed.</summary>
internal sealed class TestContent : HttpContent
{
    private readonly Stream _body;

    public TestContent(Stream body, string? mediaType = "application/json")
    {
        _body = body;
        Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
    }

    public bool IsDisposed { get; private set; }

    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult(_body);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        throw new NotSupportedException("Something buffers the body whole.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        _body.Dispose();
        base.Dispose(disposing);
    }
}
