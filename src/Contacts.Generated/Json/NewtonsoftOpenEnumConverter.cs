using System.ComponentModel;
using Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes an open enum with Newtonsoft.Json: any text or number, known or not.</summary>
/// <typeparam name="T">The open enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NewtonsoftOpenEnumConverter<T> : JsonConverter
    where T : struct
{
    private readonly Func<string, T> _create;
    private readonly Func<T, string> _value;
    private readonly bool _digitsAsNumber;

    private protected NewtonsoftOpenEnumConverter(Func<string, T> create, Func<T, string> value, bool digitsAsNumber)
    {
        _create = create;
        _value = value;
        _digitsAsNumber = digitsAsNumber;
    }

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => (Nullable.GetUnderlyingType(objectType) ?? objectType) == typeof(T);

    /// <inheritdoc/>
    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return Nullable.GetUnderlyingType(objectType) is null ? default(T) : null;
        }

        return FieldValue.AsText(PlainValue.From(reader.Value)) is { } text
            ? _create(text)
            : throw new JsonSerializationException("A scalar was expected.");
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var text = value is T known ? _value(known) : null;
        if (text is not null && _digitsAsNumber && OpenEnumText.IsNumber(text, out var number))
        {
            writer.WriteValue(number);
        }
        else
        {
            writer.WriteValue(text);
        }
    }
}
