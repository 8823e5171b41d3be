using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>A request as it reached the handler, with its body read: the message itself is disposed by then.</summary>
internal sealed record RecordedRequest(HttpMethod Method, Uri Address, IReadOnlyDictionary<string, string> Headers, byte[]? Body)
{
    public string Path => Address.AbsolutePath;

    /// <summary>The body as text; empty if there was none.</summary>
    public string Text => Body is null ? "" : Encoding.UTF8.GetString(Body);

    /// <summary>The query as it was sent, without the question mark.</summary>
    public string RawQuery => Address.Query.TrimStart('?');

    /// <summary>Name and value of each parameter, decoded, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Query =>
        [.. RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1])))];

    public static async Task<RecordedRequest> FromAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in message.Headers.NonValidated)
        {
            headers[header.Key] = string.Join(", ", header.Value);
        }

        byte[]? body = null;
        if (message.Content is { } content)
        {
            // Asked for before the body is read, as the stock handler does: it decides between a length and chunks.
            headers["Content-Length"] = content.Headers.ContentLength?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "chunked";
            body = await content.ReadAsByteArrayAsync(cancellationToken);
            foreach (var header in content.Headers.NonValidated)
            {
                headers[header.Key] = string.Join(", ", header.Value);
            }
        }

        return new RecordedRequest(message.Method, message.RequestUri!, headers, body);
    }
}
