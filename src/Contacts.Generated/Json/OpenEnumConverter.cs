using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes an open enum with System.Text.Json: any string or number, known or not.</summary>
/// <typeparam name="T">The open enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class OpenEnumConverter<T> : JsonConverter<T>
    where T : struct
{
    private readonly Func<string, T> _create;
    private readonly Func<T, string> _value;
    private readonly bool _digitsAsNumber;

    private protected OpenEnumConverter(Func<string, T> create, Func<T, string> value, bool digitsAsNumber)
    {
        _create = create;
        _value = value;
        _digitsAsNumber = digitsAsNumber;
    }

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => _create(reader.GetString()!),
        JsonTokenType.Number => _create(reader.TryGetInt64(out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : FieldValue.AsText(PlainValueReader.ReadNumber(ref reader))!),
        JsonTokenType.True => _create("true"),
        JsonTokenType.False => _create("false"),
        JsonTokenType.Null => default,
        _ => throw new JsonException("A scalar was expected."),
    };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var text = _value(value);
        if (_digitsAsNumber && FieldValue.IsWholeNumber(text, out var number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }
}

/// <summary>Reads and writes an open enum with Newtonsoft.Json: any string or number, known or not.</summary>
/// <typeparam name="T">The open enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class NewtonsoftOpenEnumConverter<T> : Newton.JsonConverter
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
    public override object? ReadJson(
        Newton.JsonReader reader, Type objectType, object? existingValue, Newton.JsonSerializer serializer)
    {
        if (reader.TokenType == Newton.JsonToken.Null)
        {
            return Nullable.GetUnderlyingType(objectType) is null ? default(T) : null;
        }

        return FieldValue.AsText(PlainValue.From(reader.Value)) is { } text
            ? _create(text)
            : throw new Newton.JsonSerializationException("A scalar was expected.");
    }

    /// <inheritdoc/>
    public override void WriteJson(Newton.JsonWriter writer, object? value, Newton.JsonSerializer serializer)
    {
        var text = value is T known ? _value(known) : null;
        if (text is not null && _digitsAsNumber && FieldValue.IsWholeNumber(text, out var number))
        {
            writer.WriteValue(number);
        }
        else
        {
            writer.WriteValue(text);
        }
    }
}
