using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>Writes a JSON value as text without white space, the same whichever library read it.</summary>
internal static class JsonText
{
    public static string Minify(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            element.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
