using System.Net;
#if NET8_0_OR_GREATER
using System.Net.Http.Headers;
#endif

namespace Contacts.Generated;

/// <summary>
/// Responses are compressed with gzip, which the client asks for and decompresses itself, so that it notices a truncated body.
/// </summary>
/// <remarks>
/// Only gzip, which every gateway supports: the framework parses the list of encodings again for each request, and each further one costs
/// two to three percent of a call. In a browser, the browser asks and decompresses, and the header means nothing by the time it is seen.
/// </remarks>
internal static class ResponseEncoding
{
    public const string Accepted = "gzip";

    /// <summary>Makes the content readable as decompressed data, if it is compressed.</summary>
    /// <returns>Whether it can be read; false for an encoding that was not requested.</returns>
    public static bool Unpack(HttpResponseMessage response)
    {
        if (Browser.IsHost || response.Content is not { } content || !IsEncoded(response, content))
        {
            return true;
        }

        if (response.StatusCode is HttpStatusCode.NoContent or HttpStatusCode.NotModified
            || response.RequestMessage?.Method == HttpMethod.Head)
        {
            return true;
        }

        var encodings = EncodingsOf(response, content);
        if (encodings.Count == 1 && encodings[0] is "gzip" or "x-gzip")
        {
            response.Content = new UnpackedContent(content);
            return true;
        }

        return encodings.Count == 0;
    }

    private static List<string> EncodingsOf(HttpResponseMessage response, HttpContent content)
    {
        var encodings = new List<string>();
        foreach (var encoding in content.Headers.ContentEncoding)
        {
            Add(encodings, encoding);
        }

        foreach (var coding in response.Headers.TransferEncoding)
        {
            Add(encodings, coding.Value);
        }

        return encodings;
    }

    private static void Add(List<string> encodings, string encoding)
    {
        var name = encoding.ToLowerInvariant();
        if (name is not ("identity" or "chunked"))
        {
            encodings.Add(name);
        }
    }

#if NET8_0_OR_GREATER
    private static bool IsEncoded(HttpResponseMessage response, HttpContent content) =>
        content.Headers.NonValidated.Contains("Content-Encoding")
        || (response.Headers.NonValidated.TryGetValues("Transfer-Encoding", out var codings) && !IsChunked(codings));

    private static bool IsChunked(HeaderStringValues codings) =>
        codings.Count == 1 && string.Equals(codings.ToString(), "chunked", StringComparison.OrdinalIgnoreCase);
#else
    private static bool IsEncoded(HttpResponseMessage response, HttpContent content) =>
        content.Headers.ContentEncoding.Count > 0 || response.Headers.TransferEncoding.Count > 0;
#endif

    /// <summary>Decompresses another content while it is read. Headers that describe the compressed form are left out.</summary>
    private sealed class UnpackedContent : HttpContent
    {
        private readonly HttpContent _packed;

        public UnpackedContent(HttpContent packed)
        {
            _packed = packed;
            foreach (var header in packed.Headers)
            {
                if (!IsOfPackedForm(header.Key))
                {
                    Headers.TryAddWithoutValidation(header.Key, header.Value);
                }
            }
        }

        protected override async Task<Stream> CreateContentReadStreamAsync() =>
            new GzipReadStream(await _packed.ReadAsStreamAsync().ConfigureAwait(false));

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            using var unpacked = await CreateContentReadStreamAsync().ConfigureAwait(false);
            await unpacked.CopyToAsync(stream).ConfigureAwait(false);
        }

#if NET8_0_OR_GREATER
        protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
            new GzipReadStream(await _packed.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false));

        protected override Stream CreateContentReadStream(CancellationToken cancellationToken) =>
            new GzipReadStream(_packed.ReadAsStream(cancellationToken));

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            using var unpacked = await CreateContentReadStreamAsync(cancellationToken).ConfigureAwait(false);
            await unpacked.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
        }

        protected override void SerializeToStream(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            using var unpacked = CreateContentReadStream(cancellationToken);
            unpacked.CopyTo(stream);
        }
#endif

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _packed.Dispose();
            }

            base.Dispose(disposing);
        }

        private static bool IsOfPackedForm(string header) =>
            string.Equals(header, "Content-Encoding", StringComparison.OrdinalIgnoreCase)
            || string.Equals(header, "Content-Length", StringComparison.OrdinalIgnoreCase)
            || string.Equals(header, "Content-MD5", StringComparison.OrdinalIgnoreCase);
    }
}
