using System.Globalization;

namespace Contacts.Generated;

/// <summary>Reads plain values as the types that models have, by the same coercions that the JSON engines use.</summary>
internal static class FieldValue
{
    /// <summary>The value as a model's type, or its default if it is of another kind.</summary>
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

    /// <summary>The text of a scalar, as JSON writes it; null for a list or an object.</summary>
    public static string? AsText(object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

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
