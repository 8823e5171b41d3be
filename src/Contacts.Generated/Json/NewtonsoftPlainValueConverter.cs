using System.ComponentModel;
using Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes a free-form member with Newtonsoft.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftPlainValueConverter : JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(object);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        NewtonsoftPlainValueReader.Read(reader);

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        NewtonsoftPlainValueWriter.Write(writer, PlainValue.From(value));
}
