using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes a model's time with Newtonsoft.Json: ISO 8601; null and an empty text are no time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NewtonsoftTimeConverter : JsonConverter<DateTimeOffset?>
{
    /// <inheritdoc/>
    public override DateTimeOffset? ReadJson(JsonReader reader, Type objectType, DateTimeOffset? existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        switch (reader.Value)
        {
            case null when reader.TokenType == JsonToken.Null:
                return null;
            case DateTimeOffset time:
                return time;

            // A host's own serializer may have turned the text into a DateTime before asking us.
            case DateTime time:
                return time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, TimeSpan.Zero) : new DateTimeOffset(time);
            case string text when WireTime.TryParse(text, out var parsed):
                return parsed;
            default:
                throw new JsonSerializationException(string.Format(CultureInfo.InvariantCulture, "A time was expected, not {0}.", reader.TokenType));
        }
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, DateTimeOffset? value, JsonSerializer serializer)
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
