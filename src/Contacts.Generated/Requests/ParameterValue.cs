using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>How the contract writes the items of a list, or the members of an object, as one parameter.</summary>
internal enum ParameterStyle
{
    /// <summary>Repeats the name for each item; each member of an object is a parameter of its own.</summary>
    Form,

    /// <summary>Joined with commas; the next two, with spaces and with bars.</summary>
    FormJoined,
    SpaceDelimited,
    PipeDelimited,

    /// <summary>Each member in brackets after the name: <c>filter[color]=red</c>.</summary>
    DeepObject,

    /// <summary>Joined with commas; exploded, a member's name and value are joined with "=". For a path or a header.</summary>
    Simple,
    SimpleExploded,

    /// <summary>The same with a dot in front, as part of a path.</summary>
    Label,
    LabelExploded,

    /// <summary>The same with a semicolon and the name in front, as part of a path.</summary>
    Matrix,
    MatrixExploded,
}

/// <summary>The value of a parameter or of a form's field: a string, a list of strings, or the members of an object.</summary>
internal sealed class ParameterValue
{
    private ParameterValue(object? plain) => Plain = plain;

    /// <summary>A string, a <see cref="List{T}"/> or a <see cref="PlainObject"/>, which may hold others.</summary>
    public object? Plain { get; }

    /// <summary>A single value, such as a number, a time or bytes.</summary>
    public static ParameterValue? Text<T>(T? value) => value is null ? null : new(ParameterText.Of(value));

    /// <summary>A list of single values.</summary>
    public static ParameterValue? Items<T>(IEnumerable<T>? values)
    {
        if (values is null)
        {
            return null;
        }

        var items = new List<object?>();
        foreach (var value in values)
        {
            items.Add(value is null ? null : ParameterText.Of(value));
        }

        return new(items);
    }

    /// <summary>A model, a map, a list of them or any other value, converted by way of its JSON.</summary>
    public static ParameterValue? Of<T>(T? value) => value is null ? null : new(ToPlain(value));

    /// <summary>The JSON of a value as one string.</summary>
    public static ParameterValue? Json<T>(T? value) =>
        value is null ? null : new(Encoding.UTF8.GetString(PlainValueWriter.ToUtf8(ToPlain(value))));

    private static object? ToPlain<T>(T value)
    {
        if (typeof(T) == typeof(object) || value is string)
        {
            return PlainValue.From(value);
        }

        var json = new Utf8JsonReader(JsonEngine.Default.Write(value), new JsonReaderOptions { MaxDepth = JsonEngine.MaxDepth });
        json.Read();
        return PlainValueReader.Read(ref json);
    }
}

/// <summary>A single value as text in a URL, a header or a form.</summary>
internal static class ParameterText
{
    public static string Of<T>(T value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTimeOffset time => WireTime.Format(time),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        byte[] bytes => Convert.ToBase64String(bytes),
        Uri address => address.OriginalString,
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}

/// <summary>Writes values in the contract's styles. Names must already be encoded; the function that encodes a value may throw.</summary>
internal static class StyledText
{
    /// <summary>The parameters that a value becomes in a query, a form or a cookie, each as "name=value".</summary>
    public static IEnumerable<string> Pairs(string name, ParameterValue value, ParameterStyle style, Func<string, string> encode)
    {
        switch (value.Plain)
        {
            case PlainObject members when style == ParameterStyle.Form:
                return members.SelectMany(member => Each(encode(member.Key), member.Value, encode));
            case PlainObject members when style == ParameterStyle.DeepObject:
                return Deep(name, members, encode);
            case List<object?> items when style == ParameterStyle.DeepObject:
                return items.SelectMany((item, index) => Deep(Member(name, Number(index)), item, encode));
            case PlainObject members:
                return [name + "=" + string.Join(Separator(style), Flat(members, encode))];
            case List<object?> items when style != ParameterStyle.Form:
                return items.Count == 0 ? [] : [name + "=" + string.Join(Separator(style), Texts(items, encode))];
            default:
                return Each(name, value.Plain, encode);
        }
    }

    /// <summary>The part of a path, or the header value, that a value becomes.</summary>
    public static string Part(string name, ParameterValue value, ParameterStyle style, Func<string, string> encode)
    {
        var isExploded = style is ParameterStyle.SimpleExploded or ParameterStyle.LabelExploded or ParameterStyle.MatrixExploded;
        var texts = value.Plain switch
        {
            PlainObject members => isExploded ? Named(members, encode) : Flat(members, encode),
            List<object?> items => Texts(items, encode),
            var single => [encode(ParameterValueText(single))],
        };
        return style switch
        {
            ParameterStyle.Label => "." + string.Join(",", texts),
            ParameterStyle.LabelExploded => "." + string.Join(".", texts),
            ParameterStyle.MatrixExploded when value.Plain is PlainObject => ";" + string.Join(";", texts),
            ParameterStyle.MatrixExploded => string.Concat(texts.Select(text => $";{name}={text}")),
            ParameterStyle.Matrix => $";{name}=" + string.Join(",", texts),
            _ => string.Join(",", texts),
        };
    }

    /// <summary>A single value as text, or the JSON of anything nested.</summary>
    public static string ParameterValueText(object? plain) => PlainValueWriter.ToText(plain) ?? "";

    private static IEnumerable<string> Each(string name, object? value, Func<string, string> encode) => value switch
    {
        null => [],
        List<object?> items => Texts(items, encode).Select(text => name + "=" + text),
        _ => [name + "=" + encode(ParameterValueText(value))],
    };

    // A list of single values within an object repeats its name; only items with members of their own need an index.
    private static IEnumerable<string> Deep(string name, object? value, Func<string, string> encode) => value switch
    {
        PlainObject members => members.SelectMany(member => Deep(Member(name, encode(member.Key)), member.Value, encode)),
        List<object?> items when items.Exists(static item => item is PlainObject or List<object?>) =>
            items.SelectMany((item, index) => Deep(Member(name, Number(index)), item, encode)),
        _ => Each(name, value, encode),
    };

    private static string Member(string name, string member) => $"{name}%5B{member}%5D";

    private static string Number(int index) => index.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(IEnumerable<object?> items, Func<string, string> encode) =>
        items.Select(item => encode(ParameterValueText(item)));

    private static IEnumerable<string> Named(PlainObject members, Func<string, string> encode) =>
        from member in members where member.Value is not null select encode(member.Key) + "=" + encode(ParameterValueText(member.Value));

    private static IEnumerable<string> Flat(PlainObject members, Func<string, string> encode) =>
        from member in members
        where member.Value is not null
        from text in new[] { member.Key, ParameterValueText(member.Value) }
        select encode(text);

    private static string Separator(ParameterStyle style) => style switch
    {
        ParameterStyle.SpaceDelimited => "%20",
        ParameterStyle.PipeDelimited => "%7C",
        _ => ",",
    };
}
