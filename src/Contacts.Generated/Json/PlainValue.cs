using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace Contacts.Generated;

/// <summary>
/// Turns what either JSON library, or a caller, hands over into plain .NET values: null, string, bool, long, decimal,
/// double, List&lt;object?&gt; and Dictionary&lt;string, object?&gt;. Without this, a value read by one library is written by
/// the other as that library's own object.
/// </summary>
internal static class PlainValue
{
    /// <summary>What Newtonsoft.Json writes for a DateTime, so that a text it took for a time is the same text again.</summary>
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";

    public static object? From(object? value) => value switch
    {
        null => null,
        string or bool or long or double or decimal => value,
        JsonElement element => From(element),
        JToken token => From(token),
        int or short or sbyte or byte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong number => number <= long.MaxValue ? (long)number : (decimal)number,
        float number => double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        BigInteger number => FromLarge(number),
        char character => character.ToString(),
        DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => WireTime.Format(time),
        Uri uri => uri.OriginalString,
        Guid guid => guid.ToString(),
        IOpenEnum open => open.Value,
        IEnumerable<KeyValuePair<string, object?>> map => FromMap(map),
        IEnumerable<KeyValuePair<string, string>> map => map.ToDictionary(pair => pair.Key, pair => (object?)pair.Value, StringComparer.Ordinal),
        IEnumerable list => FromList(list),
        _ => throw new ArgumentException(
            $"A field's value cannot be of type {value.GetType().Name}. Use null, a string, a bool, a number, a time, a list or a dictionary of these.", nameof(value)),
    };

    private static object? From(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => FromNumber(element.GetRawText()),
        JsonValueKind.Array => FromList(element.EnumerateArray()),
        JsonValueKind.Object => FromObject(element),
        _ => null,
    };

    private static object? From(JToken token) => token switch
    {
        JValue value => From(value.Value),
        JArray array => FromList(array),
        JObject map => FromObject(map),
        _ => throw new ArgumentException($"A field's value cannot be a {token.Type}.", nameof(token)),
    };

    private static object FromLarge(BigInteger number) => FromNumber(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whole numbers stay whole as far as decimal reaches; the rest is a double, as in JavaScript.</summary>
    internal static object FromNumber(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
        {
            return large;
        }

        var number = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsInfinity(number) ? text : number;
    }

    private static List<object?> FromList(IEnumerable list)
    {
        var plain = new List<object?>();
        foreach (var item in list)
        {
            plain.Add(From(item));
        }

        return plain;
    }

    private static Dictionary<string, object?> FromMap(IEnumerable<KeyValuePair<string, object?>> map)
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var pair in map)
        {
            plain[pair.Key] = From(pair.Value);
        }

        return plain;
    }

    private static Dictionary<string, object?> FromObject(JsonElement element)
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            plain[property.Name] = From(property.Value);
        }

        return plain;
    }

    private static Dictionary<string, object?> FromObject(JObject map)
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in map.Properties())
        {
            plain[property.Name] = From(property.Value);
        }

        return plain;
    }
}
