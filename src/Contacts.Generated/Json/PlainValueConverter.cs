using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes a free-form member with System.Text.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlainValueConverter : JsonConverter<object?>
{
    /// <inheritdoc/>
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => PlainValueReader.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) => PlainValueWriter.Write(writer, PlainValue.From(value));
}
