using System.Text;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>The result of an operation whose response has no body.</summary>
internal readonly struct Nothing;

/// <summary>
/// Reads one object, as the contract describes it. It must have the members that the contract requires and that must not be empty.
/// </summary>
internal sealed class ModelResponseReader<T>(string accept) : ResponseReader<T>
    where T : class, IOpenModel, new()
{
    public override string Accept => accept;

    public override string Expected => "a JSON object";

    public override T Read(JsonEngine engine, in ResponseBody body)
    {
        var value = engine.Read<T>(body.Json, body.Options) ?? throw new InvalidDataException("The document is null.");
        return value.HasIdentity ? value : throw new InvalidDataException("A required member is missing.");
    }
}

/// <summary>Reads a list of objects, as the contract describes it.</summary>
internal sealed class ModelListResponseReader<T>(string accept) : ResponseReader<IReadOnlyList<T>>
    where T : class, IOpenModel, new()
{
    public override string Accept => accept;

    public override string Expected => "a list as JSON";

    public override IReadOnlyList<T> Read(JsonEngine engine, in ResponseBody body) => NonNullList.Of(
        engine.ReadList<T>(body.Json, body.Options) ?? throw new InvalidDataException("The document is null."));
}

/// <summary>Reads a value that is not one of the contract's objects.</summary>
internal sealed class ValueResponseReader<T>(string accept) : ResponseReader<T>
{
    public override string Accept => accept;

    public override string Expected => "a value as JSON";

    public override T Read(JsonEngine engine, in ResponseBody body) =>
        engine.ReadValue<T>(body.Json, body.Options.CancellationToken) ?? throw new InvalidDataException("The document is null.");
}

/// <summary>Reads any JSON value as plain .NET values.</summary>
internal sealed class AnyResponseReader(string accept) : ResponseReader<object?>
{
    public override string Accept => accept;

    public override string Expected => "JSON";

    public override object? Read(JsonEngine engine, in ResponseBody body) => ReadPlain(body.Json.Span);

    public static object? ReadPlain(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = JsonEngine.MaxDepth });
        json.Read();
        var value = PlainValueReader.Read(ref json, replacing: true);
        return json.Read() ? throw new JsonException("The end was expected.") : value;
    }
}

/// <summary>Reads a JSON object with any members as plain .NET values.</summary>
internal sealed class AnyObjectResponseReader(string accept) : ResponseReader<IDictionary<string, object?>>
{
    public override string Accept => accept;

    public override string Expected => "a JSON object";

    public override IDictionary<string, object?> Read(JsonEngine engine, in ResponseBody body) =>
        (PlainObject?)(AnyResponseReader.ReadPlain(body.Json.Span) as PlainObject)
            ?? throw new InvalidDataException("The document is not an object.");
}

/// <summary>Reads a list whose items are plain .NET values.</summary>
internal sealed class PlainListResponseReader<T>(string accept, Func<object?, T> convert) : ResponseReader<IReadOnlyList<T>>
{
    public override string Accept => accept;

    public override string Expected => "a list as JSON";

    public override IReadOnlyList<T> Read(JsonEngine engine, in ResponseBody body) =>
        AnyResponseReader.ReadPlain(body.Json.Span) is List<object?> items
            ? [.. items.Select(convert)]
            : throw new InvalidDataException("The document is not a list.");
}

/// <summary>Reads text in the encoding that the response names.</summary>
internal sealed class TextResponseReader(string accept) : ResponseReader<string>
{
    public override string Accept => accept;

    public override string Expected => "text";

    public override bool IsJson => false;

    public override string Read(JsonEngine engine, in ResponseBody body)
    {
        var bytes = body.Bytes.ToArray();
        using var reader = new StreamReader(
            new MemoryStream(bytes), BodyText.EncodingOf(body.Content?.Headers.ContentType?.CharSet),
            detectEncodingFromByteOrderMarks: true);
        return reader.ReadToEnd();
    }
}

/// <summary>
/// Reads nothing: the status is enough. A web page, however, does not come from the service but from a proxy or a sign-in page in front
/// of it, so nothing was done.
/// </summary>
internal sealed class NothingResponseReader : ResponseReader<Nothing>
{
    private const int LongestStart = 64;

    public override string Expected => "a response without a body";

    public override bool IsJson => false;

    public override Nothing Read(JsonEngine engine, in ResponseBody body)
    {
        var start = Encoding.UTF8.GetString(body.Json.Slice(0, Math.Min(body.Json.Length, LongestStart)).ToArray()).TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            ? throw new InvalidDataException("The body is a web page.")
            : default;
    }
}

/// <summary>Reads a value, or null where the contract allows that there is none.</summary>
internal sealed class OrNullResponseReader<T, TResult>(ResponseReader<T> reader, bool allowsNull, int[] statuses, Func<T, TResult?> make)
    : ResponseReader<TResult?>
{
    public override string Accept => reader.Accept;

    public override string Expected => reader.Expected;

    public override bool IsJson => reader.IsJson;

    public override TResult? Read(JsonEngine engine, in ResponseBody body) =>
        Array.IndexOf(statuses, body.Status) >= 0
            || (Array.IndexOf(statuses, 0) >= 0 && body.IsBlank)
            || (allowsNull && IsNull(body.Json.Span))
            ? default
            : make(reader.Read(engine, body));

    private static bool IsNull(ReadOnlySpan<byte> utf8)
    {
        var json = new Utf8JsonReader(utf8);
        return json.Read() && json.TokenType == JsonTokenType.Null && !json.Read();
    }
}

/// <summary>One of the values that an operation may return.</summary>
internal abstract class ResponseCase<T>(int status)
{
    public abstract string Accept { get; }

    /// <summary>How well the case fits a status: the more exact, the better; 0 if not at all.</summary>
    public int FitOf(int actual) => actual == status ? 3 : actual / 100 == status ? 2 : status == 0 ? 1 : 0;

    public abstract T Read(JsonEngine engine, in ResponseBody body);
}

internal sealed class ResponseCase<T, TValue>(int status, ResponseReader<TValue> reader, Func<int, TValue, T> make)
    : ResponseCase<T>(status)
{
    public override string Accept => reader.Accept;

    public override T Read(JsonEngine engine, in ResponseBody body) => make(body.Status, reader.Read(engine, body));
}

/// <summary>Reads one of several values, by the status. A status that the contract does not list is an error.</summary>
internal sealed class StatusResponseReader<T>(ResponseCase<T>[] cases) : ResponseReader<T>
{
    public override string Accept { get; } = string.Join(", ", cases.Select(static one => one.Accept).Distinct());

    public override string Expected => "a response with a status and a body that the contract describes";

    public override bool IsJson => false;

    public override T Read(JsonEngine engine, in ResponseBody body)
    {
        var status = body.Status;
        var best = cases.OrderByDescending(one => one.FitOf(status)).First();
        return best.FitOf(status) > 0
            ? best.Read(engine, body)
            : throw new InvalidDataException("The contract does not list the status.");
    }
}
