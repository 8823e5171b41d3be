using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Testing;

/// <summary>A complete response, before any of it is sent.</summary>
internal sealed record Reply(int Status, string? ContentType, byte[] Body)
{
    public const string JsonType = "application/json; charset=utf-8";
    public const string CsvType = "text/csv; charset=utf-8";
    public const string TextType = "text/plain; charset=utf-8";
    public const string HtmlType = "text/html; charset=utf-8";

    // Bodies are never put into HTML, so names in any script can stay readable.
    private static readonly JsonWriterOptions _writerOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static Reply Json(Action<Utf8JsonWriter> write, int status = 200)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, _writerOptions))
        {
            write(writer);
        }

        return new Reply(status, JsonType, stream.ToArray());
    }

    /// <param name="writeMembers">Writes the members between the braces.</param>
    /// <param name="status">The status.</param>
    public static Reply JsonObject(Action<Utf8JsonWriter> writeMembers, int status = 200) => Json(
        writer =>
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        },
        status);

    public static Reply Text(int status, string contentType, string text) => new(status, contentType, Encoding.UTF8.GetBytes(text));

    /// <summary>Sets the status and the headers of a response that does not go through WireMock.</summary>
    public void WriteHead(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        foreach (var header in Headers)
        {
            response.Headers[header.Key] = header.Value;
        }
    }

    /// <summary>Sends the whole reply without going through WireMock.</summary>
    public async Task SendAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        WriteHead(response);
        if (Body.Length > 0)
        {
            response.ContentLength = Body.Length;
            await response.Body.WriteAsync(Body, cancellationToken).ConfigureAwait(false);
        }
    }
}
