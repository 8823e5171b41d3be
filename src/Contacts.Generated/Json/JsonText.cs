using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>Writes a JSON value as text without white space, the same whichever library read it.</summary>
internal static class JsonText
{
    /// <summary>The text itself, or the JSON of anything else; numbers are spelled as plain values are.</summary>
    public static string? Of(object? plain) => plain is PlainObject or List<object?> ? Minify(plain) : FieldValue.AsText(plain);

    private static string Minify(object plain)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            PlainValueWriter.Write(writer, plain);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
