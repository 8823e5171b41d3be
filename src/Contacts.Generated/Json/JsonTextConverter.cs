using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads, with System.Text.Json, a string that may also come as an object or a list, which is kept as its JSON text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonTextConverter : JsonConverter<string?>
{
    /// <inheritdoc/>
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueWriter.ToText(PlainValueReader.Read(ref reader));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

/// <summary>Reads, with Newtonsoft.Json, a string that may also come as an object or a list, which is kept as its JSON text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftJsonTextConverter : Newton.JsonConverter<string?>
{
    /// <inheritdoc/>
    public override string? ReadJson(
        Newton.JsonReader reader, Type objectType, string? existingValue, bool hasExistingValue, Newton.JsonSerializer serializer) =>
        PlainValueWriter.ToText(NewtonsoftPlainValueReader.Read(reader));

    /// <inheritdoc/>
    public override void WriteJson(Newton.JsonWriter writer, string? value, Newton.JsonSerializer serializer) =>
        writer.WriteValue(value);
}
