using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes a model's time with System.Text.Json: ISO 8601; null and an empty string mean no time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TimeConverter : JsonConverter<DateTimeOffset?>
{
    /// <inheritdoc/>
    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException("A time was expected.");
        }

        return WireTime.TryRead(ref reader, out var time) || WireTime.TryParse(reader.GetString(), out time)
            ? time
            : throw new JsonException("A time was expected.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
        {
            writer.WriteStringValue(WireTime.Format(time));
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}

/// <summary>Reads and writes a model's time with Newtonsoft.Json: ISO 8601; null and an empty string mean no time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftTimeConverter : Newton.JsonConverter<DateTimeOffset?>
{
    /// <inheritdoc/>
    public override DateTimeOffset? ReadJson(
        Newton.JsonReader reader,
        Type objectType,
        DateTimeOffset? existingValue,
        bool hasExistingValue,
        Newton.JsonSerializer serializer)
    {
        switch (reader.Value)
        {
            case null when reader.TokenType == Newton.JsonToken.Null:
                return null;
            case DateTimeOffset time:
                return time;

            // A host's own serializer may have converted the string to a DateTime before calling this converter.
            case DateTime time:
                return time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero) : new DateTimeOffset(time);
            case string text when WireTime.TryParse(text, out var parsed):
                return parsed;
            default:
                throw new Newton.JsonSerializationException($"A time was expected, not {reader.TokenType}.");
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(Newton.JsonWriter writer, DateTimeOffset? value, Newton.JsonSerializer serializer)
    {
        if (value is { } time)
        {
            writer.WriteValue(WireTime.Format(time));
        }
        else
        {
            writer.WriteNull();
        }
    }
}
