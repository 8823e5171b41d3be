using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;

namespace Contacts.Generated;

/// <summary>
/// Converts what either JSON library, or a caller, hands over into plain .NET values: null, string, bool, long, decimal, double,
/// List&lt;object?&gt; and Dictionary&lt;string, object?&gt;. Without this, one library would write a value that the other one read as
/// that library's own object.
/// </summary>
internal static class PlainValue
{
    /// <summary>
    /// What Newtonsoft.Json writes for a DateTime, so that a string that it took for a time becomes the same string again.
    /// </summary>
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK";

    /// <summary>Copies a plain value. Other types are handled in methods of their own, so that deep nesting needs little stack.</summary>
    public static object? From(object? value) => value switch
    {
        null or string or bool or long or decimal => value,
        List<object?> list => FromList(list),
        PlainObject members => FromMap(members),
        PlainList list => FromList(list.Items),
        _ => FromOther(value),
    };

    private static object? FromOther(object value) => value switch
    {
        double number => FromDouble(number),
        JsonElement element => From(element),
        JToken token => From(token),
        JsonNode node => From(node),
        int or short or sbyte or byte or ushort or uint => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong number => number <= long.MaxValue ? (long)number : (decimal)number,
        float number => FromDouble(double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
        BigInteger number => FromLarge(number),
        char character => character.ToString(),
        DateTime time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        DateTimeOffset time => WireTime.Format(time),
        Uri uri => uri.OriginalString,
        Guid guid => guid.ToString(),
        IOpenEnum open => open.Value,
        IEnumerable<KeyValuePair<string, object?>> map => FromMap(map),
        IEnumerable<KeyValuePair<string, string>> map =>
            FromMap(map.Select(static pair => new KeyValuePair<string, object?>(pair.Key, pair.Value))),
        IEnumerable list => FromList(list),
        _ => throw new ArgumentException(
            $"A field's value cannot be of type {value.GetType().Name}. Use null, a string, a bool, a number, a "
            + "time, a list or a dictionary of these.", nameof(value)),
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

    private static object? From(JsonNode node)
    {
        using var document = JsonDocument.Parse(node.ToJsonString());
        return From(document.RootElement);
    }

    private static object FromLarge(BigInteger number) => FromNumber(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whole numbers stay whole as far as decimal reaches; any other number becomes a double, as in JavaScript.</summary>
    public static object FromNumber(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole;
        }

        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large))
        {
            return large;
        }

        return FromDouble(double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
    }

    /// <summary>A number that JSON cannot express becomes a string.</summary>
    private static object FromDouble(double number) =>
        double.IsInfinity(number) || double.IsNaN(number) ? number.ToString(CultureInfo.InvariantCulture) : number;

    private static List<object?> FromList(IEnumerable list)
    {
        var plain = new List<object?>();
        foreach (var item in list)
        {
            plain.Add(From(item));
        }

        return plain;
    }

    private static PlainObject FromMap(IEnumerable<KeyValuePair<string, object?>> map)
    {
        var plain = new PlainObject();
        foreach (var pair in map)
        {
            plain[pair.Key] = From(pair.Value);
        }

        return plain;
    }

    private static PlainObject FromObject(JsonElement element)
    {
        var plain = new PlainObject();
        foreach (var property in element.EnumerateObject())
        {
            plain[property.Name] = From(property.Value);
        }

        return plain;
    }

    private static PlainObject FromObject(JObject map)
    {
        var plain = new PlainObject();
        foreach (var property in map.Properties())
        {
            plain[property.Name] = From(property.Value);
        }

        return plain;
    }
}
