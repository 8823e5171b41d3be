using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>A whole answer, before anything of it is sent.</summary>
internal sealed record Reply(int Status, string? ContentType, byte[] Body)
{
    public const string JsonType = "application/json; charset=utf-8";
    public const string CsvType = "text/csv; charset=utf-8";
    public const string TextType = "text/plain; charset=utf-8";
    public const string HtmlType = "text/html; charset=utf-8";

    // Bodies are never put into HTML; names in any script stay readable.
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

    public static Reply Text(int status, string contentType, string text) => new(status, contentType, Encoding.UTF8.GetBytes(text));
}
