using System.Globalization;
using Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>Converts plain values to the types of the models' properties, by the same coercions as the JSON engines.</summary>
internal static class FieldValue
{
    /// <summary>The value as a type of a model's property, or that type's default if the value is of another kind.</summary>
    public static T? As<T>(object value)
    {
        if (value is T same)
        {
            return same;
        }

        object? converted = null;
        if (typeof(T) == typeof(string))
        {
            converted = AsText(value);
        }
        else if (typeof(T) == typeof(IReadOnlyList<string>))
        {
            converted = AsTexts(value);
        }
        else if (typeof(T) == typeof(int) || typeof(T) == typeof(int?))
        {
            converted = AsInteger(value) is { } number and >= int.MinValue and <= int.MaxValue ? (int)number : null;
        }
        else if (typeof(T) == typeof(long) || typeof(T) == typeof(long?))
        {
            converted = AsInteger(value);
        }
        else if (typeof(T) == typeof(bool) || typeof(T) == typeof(bool?))
        {
            converted = AsText(value) switch { "true" or "1" => true, "false" or "0" => false, _ => null };
        }
        else if (typeof(T) == typeof(double) || typeof(T) == typeof(double?))
        {
            converted = value is long or decimal ? Convert.ToDouble(value, CultureInfo.InvariantCulture) : null;
        }
        else if (typeof(T) == typeof(DateTimeOffset) || typeof(T) == typeof(DateTimeOffset?))
        {
            converted = WireTime.TryParse(value as string, out var time) ? time : null;
        }

        return converted is T result ? result : default;
    }

    /// <summary>A scalar as the text that JSON has for it; null for a list or an object.</summary>
    public static string? AsText(object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Whether a string is a whole number that is written back as the same string: "007" is not.</summary>
    public static bool IsWholeNumber(string text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)
        && text == number.ToString(CultureInfo.InvariantCulture);

    private static long? AsInteger(object value) => value switch
    {
        long number => number,
        string text when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        double number when Math.Floor(number) == number && Math.Abs(number) < 1L << 53 => (long)number,
        _ => null,
    };

    private static List<string>? AsTexts(object value)
    {
        if (value is not List<object?> list)
        {
            return null;
        }

        var texts = new List<string>(list.Count);
        foreach (var item in list)
        {
            if (AsText(item) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }
}

/// <summary>
/// The only table of scalar coercions, for both libraries. Any scalar can be read as a string, and a number or a Boolean also from a
/// string. Null and an empty string become null where the type allows it. Any other combination cannot be read.
/// </summary>
internal static class ScalarCoercion
{
    /// <summary>Converts a plain scalar to another type.</summary>
    /// <returns>False if the table has no such conversion.</returns>
    public static bool TryCoerce(Type target, object? scalar, out object? value)
    {
        if (target == typeof(string))
        {
            value = FieldValue.AsText(scalar);
            return true;
        }

        var type = Nullable.GetUnderlyingType(target);
        value = scalar is null or "" ? null : Convert(type ?? target, scalar);
        return value is not null || (type is not null && scalar is null or "");
    }

    private static object? Convert(Type type, object scalar)
    {
        if (type == typeof(int))
        {
            return FieldValue.As<int?>(scalar);
        }

        if (type == typeof(long))
        {
            return FieldValue.As<long?>(scalar);
        }

        if (type == typeof(bool))
        {
            return FieldValue.As<bool?>(scalar);
        }

        return scalar is string text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : FieldValue.As<double?>(scalar);
    }
}

/// <summary>The same coercions for Newtonsoft.Json.</summary>
internal sealed class NewtonsoftScalarConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType)
    {
        var type = Nullable.GetUnderlyingType(objectType) ?? objectType;
        return type == typeof(int) || type == typeof(long) || type == typeof(bool) || type == typeof(double) || type == typeof(string);
    }

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType is JsonToken.StartArray or JsonToken.StartObject)
        {
            throw new JsonSerializationException("A scalar was expected.");
        }

        return reader.Value is string text && objectType == typeof(string)
            ? text
            : ScalarCoercion.TryCoerce(objectType, PlainValue.From(reader.Value), out var value)
                ? value
                : throw new JsonSerializationException("Another scalar was expected.");
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
