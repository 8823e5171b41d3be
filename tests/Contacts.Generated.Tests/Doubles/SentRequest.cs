using System.Globalization;
using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>A request as the gateway got it; a copy, since the pipeline disposes the message.</summary>
internal sealed class SentRequest
{
    public required string Method { get; init; }

    public required Uri Address { get; init; }

    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    public required byte[]? Body { get; init; }

    /// <summary>Path below the service's address, with the query.</summary>
    public string Path => Address.PathAndQuery[(Address.PathAndQuery.IndexOf("/v1/", StringComparison.Ordinal) + 4)..];

    /// <summary>The query as it was sent, without the question mark.</summary>
    public string RawQuery => Address.Query.TrimStart('?');

    /// <summary>Name and value of each parameter, decoded, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Query =>
        [.. RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])))];

    /// <summary>The body as text; empty if there was none.</summary>
    public string Text => Body is null ? "" : Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    public static async Task<SentRequest> CopyAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in message.Headers.NonValidated)
        {
            headers[header.Key] = header.Value.ToString();
        }

        byte[]? body = null;
        if (message.Content is { } content)
        {
            // Asked for before the body is read, as the stock handler does: it decides between a length and chunks.
            headers["Content-Length"] = content.Headers.ContentLength?.ToString(CultureInfo.InvariantCulture) ?? "chunked";
            body = await content.ReadAsByteArrayAsync(cancellationToken);
            foreach (var header in content.Headers.NonValidated)
            {
                headers[header.Key] = header.Value.ToString();
            }
        }

        return new SentRequest { Method = message.Method.Method, Address = message.RequestUri!, Headers = headers, Body = body };
    }
}
