using System.Globalization;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>
/// Finds the part of a JSON response that has the contract's form: a list comes bare, in "data" or in "items"; an object bare, in "data",
/// or as the only item of a list in "data"; a page with its items under either name, or as the bare list. Works on the bytes, so that
/// nothing is parsed into objects twice. The envelope does not count towards the depth limit.
/// </summary>
internal static class Envelope
{
    /// <summary>
    /// Guesses, from the first and the last bytes alone, that the response is an object whose only member is "data", and returns that
    /// member. If it can then be read as an object, the guess was right; if not, the whole response must be looked at.
    /// </summary>
    /// <returns>The object; empty if the response looks different.</returns>
    public static ReadOnlyMemory<byte> OnlyObject(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject
            || !reader.Read() || reader.TokenType != JsonTokenType.PropertyName || !reader.IsName("data"u8)
            || !reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return default;
        }

        var start = (int)reader.TokenStartIndex;
        var end = LastBrace(utf8.Span);
        return end > start && LastBrace(utf8.Span.Slice(0, end)) > start ? utf8.Slice(start, end - start) : default;
    }

    /// <summary>The object in a response.</summary>
    /// <param name="utf8">The response's body.</param>
    /// <param name="own">A member that proves, as an id does, that the object is not an envelope; empty for none.</param>
    /// <exception cref="InvalidDataException">Its envelope says that the call failed.</exception>
    public static ReadOnlyMemory<byte> Object(ReadOnlyMemory<byte> utf8, ReadOnlySpan<byte> own = default)
    {
        var reader = Open(utf8, JsonTokenType.StartObject, "an object");
        var data = default(ReadOnlyMemory<byte>);
        var isFault = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // An object with an id of its own is not an envelope, whatever else it has. Ids come first, so this returns at once.
            if (reader.IsName("id"u8) || reader.IsName("_id"u8) || reader.IsName("public_id"u8) || (!own.IsEmpty && reader.IsName(own)))
            {
                return utf8;
            }

            if (!reader.IsName("data"u8))
            {
                isFault |= ErrorEnvelope.ReadFault(ref reader);
                continue;
            }

            reader.Read();
            var inner = ObjectAt(ref reader, utf8);
            data = inner.IsEmpty ? data : inner;
        }

        CheckEnd(ref reader);
        return data.IsEmpty ? utf8 : isFault ? throw ErrorEnvelope.Fault() : data;
    }

    /// <summary>The list in a response, and what its envelope says about the whole list.</summary>
    /// <exception cref="InvalidDataException">Its envelope says that the call failed.</exception>
    public static ReadOnlyMemory<byte> List(ReadOnlyMemory<byte> utf8, out bool? hasMore, out int? total)
    {
        hasMore = null;
        total = null;
        var reader = Open(utf8, JsonTokenType.None, "a list");
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return utf8;
        }

        var items = default(ReadOnlyMemory<byte>);
        var isFault = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isItems = reader.IsName("data"u8) || (items.IsEmpty && reader.IsName("items"u8));
            var isCount = reader.IsName("count"u8) || reader.IsName("total"u8);
            var isHasMore = reader.IsName("has_more"u8);
            if (!isItems && !isCount && !isHasMore)
            {
                isFault |= ErrorEnvelope.ReadFault(ref reader);
                continue;
            }

            reader.Read();
            if (isItems && reader.TokenType == JsonTokenType.StartArray)
            {
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                items = utf8.Slice(start, (int)reader.BytesConsumed - start);
                continue;
            }

            if (isCount && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var count))
            {
                total = Math.Max(total ?? 0, count);
            }
            else if (isHasMore && reader.TokenType is JsonTokenType.True or JsonTokenType.False)
            {
                hasMore = reader.GetBoolean();
            }

            reader.Skip();
        }

        CheckEnd(ref reader);
        return items.IsEmpty ? throw new JsonException("A list was expected.") : isFault ? throw ErrorEnvelope.Fault() : items;
    }

    /// <summary>The page in a response, as an object whose items are in "data".</summary>
    public static ReadOnlyMemory<byte> Page(ReadOnlyMemory<byte> utf8)
    {
        var reader = Open(utf8, JsonTokenType.None, "a page");
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            return Concat("{\"data\":"u8, utf8.Span, "}"u8);
        }

        var nameStart = -1;
        var nameEnd = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isData = reader.IsName("data"u8);
            if (reader.IsName("items"u8))
            {
                nameStart = (int)reader.TokenStartIndex;
                nameEnd = nameStart + reader.ValueSpan.Length + 2;
            }

            reader.Read();
            if (isData)
            {
                // Anything but a list would be read as an empty page, and paging would stop there as if everything had been read.
                return reader.TokenType == JsonTokenType.StartArray ? utf8 : throw new JsonException("A list was expected in data.");
            }

            reader.Skip();
        }

        CheckEnd(ref reader);
        return nameStart < 0
            ? throw new JsonException("A page was expected, with its items in data or items.")
            : Concat(utf8.Span.Slice(0, nameStart), "\"data\""u8, utf8.Span.Slice(nameEnd));
    }

    /// <summary>The object at which the reader is positioned, or the only item of the list there; empty for anything else.</summary>
    private static ReadOnlyMemory<byte> ObjectAt(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return Skip(ref reader, utf8);
        }

        var only = default(ReadOnlyMemory<byte>);
        for (var count = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; count++)
        {
            var item = Skip(ref reader, utf8);
            only = count == 0 ? item : default;
        }

        return only;

        static ReadOnlyMemory<byte> Skip(ref Utf8JsonReader reader, ReadOnlyMemory<byte> utf8)
        {
            var start = (int)reader.TokenStartIndex;
            var isObject = reader.TokenType == JsonTokenType.StartObject;
            reader.Skip();
            return isObject ? utf8.Slice(start, (int)reader.BytesConsumed - start) : default;
        }
    }

    /// <summary>The position of the closing brace if only white space follows it, or else -1.</summary>
    private static int LastBrace(ReadOnlySpan<byte> utf8)
    {
        var at = utf8.Length - 1;
        while (at >= 0 && utf8[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            at--;
        }

        return at >= 0 && utf8[at] == '}' ? at : -1;
    }

    /// <summary>The part that is cut out of its envelope is read without what follows it, so that is checked here.</summary>
    private static void CheckEnd(ref Utf8JsonReader reader)
    {
        if (reader.Read())
        {
            throw new JsonException("The end was expected.");
        }
    }

    private static Utf8JsonReader Open(ReadOnlyMemory<byte> utf8, JsonTokenType expected, string what)
    {
        var reader = new Utf8JsonReader(utf8.Span, new JsonReaderOptions { MaxDepth = JsonEngine.MaxDepth + 1 });
        return reader.Read() && (expected == JsonTokenType.None
            ? reader.TokenType is JsonTokenType.StartArray or JsonTokenType.StartObject
            : reader.TokenType == expected)
            ? reader
            : throw new JsonException("Not " + what + ".");
    }

    private static byte[] Concat(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third)
    {
        var whole = new byte[first.Length + second.Length + third.Length];
        first.CopyTo(whole);
        second.CopyTo(whole.AsSpan(first.Length));
        third.CopyTo(whole.AsSpan(first.Length + second.Length));
        return whole;
    }
}

/// <summary>
/// Detects an error that comes with a successful status: {"success":false}, {"error":…}, {"code":40004}. Only for objects that have no data
/// of their own.
/// </summary>
internal static class ErrorEnvelope
{
    /// <summary>Throws if a member says that the call failed.</summary>
    /// <exception cref="InvalidDataException">A member says that the call failed.</exception>
    public static void Check(FieldDictionary? members)
    {
        foreach (var member in members ?? [])
        {
            if (IsFault(member.Key, member.Value))
            {
                throw Fault();
            }
        }
    }

    /// <summary>Reads a member of an envelope, at whose name the reader is positioned.</summary>
    /// <returns>Whether it says that the call failed.</returns>
    public static bool ReadFault(ref Utf8JsonReader reader)
    {
        var name = reader.IsName("success"u8)
            ? "success"
            : reader.IsName("ok"u8)
            ? "ok"
            : reader.IsName("error"u8)
            ? "error"
            : reader.IsName("errors"u8)
            ? "errors"
            : reader.IsName("status"u8) ? "status" : reader.IsName("statusCode"u8) || reader.IsName("status_code"u8)
                || reader.IsName("code"u8) ? "code" : null;
        reader.Read();
        if (name is not null)
        {
            return IsFault(name, PlainValueReader.Read(ref reader, replacing: true));
        }

        reader.Skip();
        return false;
    }

    public static InvalidDataException Fault() => new("The body says that the call failed.");

    private static bool IsFault(string name, object? value) => name switch
    {
        "success" or "ok" => FieldValue.AsText(value) is "false" or "0",
        "error" or "errors" => value switch
        {
            null or false or "" or 0L => false,
            List<object?> list => list.Count > 0,
            PlainObject members => members.Count > 0,
            _ => true,
        },
        "status" or "statusCode" or "status_code" or "code" =>
            FieldValue.AsText(value) is { } text && (IsErrorCode(text) || text is "error" or "fail" or "failed"),
        _ => false,
    };

    /// <summary>An HTTP error status, or one of the service's codes, which begin with one: 404, 40004.</summary>
    private static bool IsErrorCode(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && text.Length >= 3 && text[0] is '4' or '5'
            && code >= 400;
}
