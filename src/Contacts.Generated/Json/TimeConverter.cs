using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes a model's time with System.Text.Json: ISO 8601; null and an empty text are no time.</summary>
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

        if (reader.TryGetDateTimeOffset(out var exact) && HasOffset(ref reader))
        {
            return exact;
        }

        return WireTime.TryParse(reader.GetString(), out var time) ? time : throw new JsonException("A time was expected.");
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

    /// <summary>The fast path takes a time without an offset for local; ours is UTC.</summary>
    private static bool HasOffset(ref Utf8JsonReader reader)
    {
        var text = reader.ValueSpan;
        return text.Length > 10
            && (text[text.Length - 1] == 'Z' || text[text.Length - 3] == ':' && text[text.Length - 6] is (byte)'+' or (byte)'-');
    }
}

/// <summary>Reads and writes a model's time with Newtonsoft.Json: ISO 8601; null and an empty text are no time.</summary>
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

            // A host's own serializer may have turned the text into a DateTime before asking us.
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
