using System.Net;

namespace Contacts.Generated.Tests;

/// <summary>The content of a real answer, which tells when somebody asks for more than its first bytes.</summary>
internal sealed class StarvingContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly Action _starves;

    public StarvingContent(HttpContent inner, Action starves)
    {
        _inner = inner;
        _starves = starves;
        foreach (var header in inner.Headers)
        {
            Headers.TryAddWithoutValidation(header.Key, header.Value);
        }
    }

    protected override async Task<Stream> CreateContentReadStreamAsync() => new Body(await _inner.ReadAsStreamAsync(), _starves);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        throw new NotSupportedException("Something buffers the body whole.");

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        _inner.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Body(Stream inner, Action starves) : AsyncReadStream
    {
        private bool _begun;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_begun)
            {
                starves();
            }

            var read = await inner.ReadAsync(buffer, cancellationToken);
            _begun = true;
            return read;
        }

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
