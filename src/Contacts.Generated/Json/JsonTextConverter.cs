using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contacts.Generated.Serialization;

/// <summary>Reads a text with System.Text.Json that may also come as an object or a list, which is kept as its JSON text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonTextConverter : JsonConverter<string?>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonText.Of(PlainValueReader.Read(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
