using System.ComponentModel;
using Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads a text with Newtonsoft.Json that may also come as an object or a list, which is kept as its JSON text.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftJsonTextConverter : JsonConverter<string?>
{
    /// <inheritdoc/>
    public override string? ReadJson(JsonReader reader, Type objectType, string? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        JsonText.Of(NewtonsoftPlainValueReader.Read(reader));

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, string? value, JsonSerializer serializer) => writer.WriteValue(value);
}
