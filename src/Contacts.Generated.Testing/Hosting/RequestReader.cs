using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Contacts.Generated.Testing;

/// <summary>Reads a request exactly as it was sent. WireMock's own view of it has decoded paths and split parameters.</summary>
internal static class RequestReader
{
    private const int MaxRequestIdLength = 64;

    public static async Task<byte[]> ReadBodyAsync(HttpContext context)
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer, context.RequestAborted).ConfigureAwait(false);
        return buffer.ToArray();
    }

    public static Exchange Read(HttpContext context, byte[] body, RouteTable routes, ContactsEmulatorOptions options)
    {
        var target = TargetOf(context);
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = WithoutPrefix(question < 0 ? target : target[..question], options.PathPrefix);
        var headers = HeadersOf(context.Request);
        var swallowed = body.Length > 0 && (DropsBody(context.Request.Method, options)
            || (headers.TryGetValue("content-type", out var type) && IsParsedByGateway(type)));
        return new Exchange
        {
            Method = context.Request.Method,
            Path = path,
            Query = QueryValues.Parse(question < 0 ? "" : target[(question + 1)..]),
            Headers = headers,
            RequestId = headers.TryGetValue("x-request-id", out var id) && id.Length is > 0 and <= MaxRequestIdLength
                ? id
                : Guid.NewGuid().ToString(),
            Match = routes.Match(context.Request.Method, path),
            Body = swallowed ? [] : body,
            BodyWasDropped = swallowed,
        };
    }

    public static EmulatorRequest Record(HttpContext context, Exchange exchange, byte[] body)
    {
        var kept = body.Length is > 0 and <= RequestLog.MaxBodyBytes ? body : null;
        return new EmulatorRequest(exchange.Match, exchange.Method, TargetOf(context), kept, exchange.Headers);
    }

    /// <summary>
    /// The path that the gateway sees behind a prefix. It says of an uploaded file that it is at <c>/v1</c>, beside the prefix; what else
    /// is not below the prefix is nowhere.
    /// </summary>
    private static string WithoutPrefix(string path, string prefix) =>
        prefix.Length == 0 ? path
        : path == prefix ? "/"
        : path.StartsWith(prefix + "/", StringComparison.Ordinal) ? path[prefix.Length..]
        : path.StartsWith(UploadStore.PathWithPrefix, StringComparison.Ordinal) ? path[UploadStore.Version.Length..]
        : "/(outside)" + path;

    private static string TargetOf(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return Uri.TryCreate(target, UriKind.Absolute, out var address) && address.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? address.PathAndQuery
            : target;
    }

    private static Dictionary<string, string> HeadersOf(HttpRequest request)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in request.Headers)
        {
            headers[header.Key] = string.Join(", ", header.Value.AsEnumerable());
        }

        return headers;
    }

    private static bool DropsBody(string method, ContactsEmulatorOptions options) => options.OlderGateway && HttpMethods.IsDelete(method);

    /// <summary>Whether the gateway parses bodies of this media type itself, in which case it does not pass them on.</summary>
    private static bool IsParsedByGateway(string contentType) =>
        contentType.StartsWith("text/", StringComparison.OrdinalIgnoreCase)
        || contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
}
