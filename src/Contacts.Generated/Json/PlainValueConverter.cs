using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes a free-form member with System.Text.Json as plain .NET values.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PlainValueConverter : JsonConverter<object?>
{
    /// <inheritdoc/>
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return PlainValue.From(document.RootElement);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) => WritePlain(writer, PlainValue.From(value));

    private static void WritePlain(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case List<object?> list:
                writer.WriteStartArray();
                foreach (var item in list)
                {
                    WritePlain(writer, item);
                }

                writer.WriteEndArray();
                break;
            case Dictionary<string, object?> map:
                writer.WriteStartObject();
                foreach (var field in map)
                {
                    writer.WritePropertyName(field.Key);
                    WritePlain(writer, field.Value);
                }

                writer.WriteEndObject();
                break;
        }
    }
}
