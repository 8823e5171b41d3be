using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Contacts.Generated.Serialization;

/// <summary>Reads and writes an open enum with System.Text.Json: any text or number, known or not.</summary>
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
        if (_digitsAsNumber && OpenEnumText.IsNumber(text, out var number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }
}
