using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes a free-form member with System.Text.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlainValueConverter : JsonConverter<object?>
{
    /// <inheritdoc/>
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PlainValueReader.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
        PlainValueWriter.Write(writer, PlainValue.From(value));
}

/// <summary>Reads and writes a free-form member with Newtonsoft.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftPlainValueConverter : Newton.JsonConverter
{
    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(object);

    /// <inheritdoc/>
    public override object? ReadJson(
        Newton.JsonReader reader, Type objectType, object? existingValue, Newton.JsonSerializer serializer) =>
        NewtonsoftPlainValueReader.Read(reader);

    /// <inheritdoc/>
    public override void WriteJson(Newton.JsonWriter writer, object? value, Newton.JsonSerializer serializer) =>
        NewtonsoftPlainValueWriter.Write(writer, PlainValue.From(value));
}
