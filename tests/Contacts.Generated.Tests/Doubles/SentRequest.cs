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

    public string Text => Body is null ? "" : Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.TryGetValue(name, out var value) ? value : null;

    public static async Task<SentRequest> CopyAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in message.Headers.NonValidated)
        {
            headers[header.Key] = header.Value.ToString();
        }

        var body = message.Content is null ? null : await message.Content.ReadAsByteArrayAsync(cancellationToken);
        foreach (var header in message.Content?.Headers.NonValidated ?? default)
        {
            headers[header.Key] = header.Value.ToString();
        }

        return new SentRequest { Method = message.Method.Method, Address = message.RequestUri!, Headers = headers, Body = body };
    }
}
