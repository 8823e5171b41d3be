using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Contacts.Generated;

namespace Contacts.Cli.Output;

/// <summary>
/// Writes the SDK's models as the service's JSON, using the SDK's own metadata, and therefore with the unknown fields.
/// </summary>
internal static class ModelJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        TypeInfoResolver = ContactsJson.TypeInfoResolver,

        // The SDK keeps values that nest deeper than the default of 64 levels.
        MaxDepth = 512,

        // The JSON goes to a terminal or a file, never into HTML, so names in any script can stay readable.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonWriterOptions WriterOptions(bool indented) =>
        new() { Indented = indented, Encoder = Options.Encoder, NewLine = "\n" };

    public static void Write<T>(Utf8JsonWriter writer, T value)
    {
        if (value is JsonElement element)
        {
            element.WriteTo(writer);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, Info<T>());
        }
    }

    public static JsonElement ToElement<T>(T value) =>
        value is JsonElement element ? element : JsonSerializer.SerializeToElement(value, Info<T>());

    private static JsonTypeInfo<T> Info<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));
}
