using System.Buffers;
using System.Text;
using System.Text.Json;
using Newton = Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>Reads plain values directly from System.Text.Json's reader, without a document in between.</summary>
internal static class PlainValueReader
{
    /// <summary>Reads the value at which the reader is positioned, and leaves the reader at its last token.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="replacing">Whether invalid Unicode in a string is replaced by U+FFFD instead of rejected.</param>
    public static object? Read(ref Utf8JsonReader reader, bool replacing = false) => reader.TokenType switch
    {
        JsonTokenType.String => Text(ref reader, replacing),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.StartArray => ReadList(ref reader, replacing),
        JsonTokenType.StartObject => ReadObject(ref reader, replacing),
        _ => null,
    };

    /// <summary>Reads the number at which the reader is positioned.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static object ReadNumber(ref Utf8JsonReader reader) => reader.TryGetInt64(out var whole)
        ? whole
        : PlainValue.FromNumber(
            Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray()));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string Text(ref Utf8JsonReader reader, bool replacing) =>
        replacing ? JsonString.Read(ref reader, out _) : reader.GetString()!;

    private static List<object?> ReadList(ref Utf8JsonReader reader, bool replacing)
    {
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(Read(ref reader, replacing));
        }

        return list;
    }

    private static PlainObject ReadObject(ref Utf8JsonReader reader, bool replacing)
    {
        var fields = new PlainObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = Text(ref reader, replacing);
            reader.Read();
            fields[name] = Read(ref reader, replacing);
        }

        return fields;
    }
}

/// <summary>Reads plain values directly from Newtonsoft.Json's reader, without its token types in between.</summary>
internal static class NewtonsoftPlainValueReader
{
    /// <summary>Reads the value at which the reader is positioned, and leaves the reader at its last token.</summary>
    public static object? Read(Newton.JsonReader reader) => reader.TokenType switch
    {
        Newton.JsonToken.StartArray => ReadList(reader),
        Newton.JsonToken.StartObject => ReadObject(reader),
        Newton.JsonToken.StartConstructor =>
            throw new Newton.JsonSerializationException("A value was expected, not a constructor."),
        _ => PlainValue.From(reader.Value),
    };

    private static List<object?> ReadList(Newton.JsonReader reader)
    {
        var list = new List<object?>();
        while (ReadToken(reader) != Newton.JsonToken.EndArray)
        {
            list.Add(Read(reader));
        }

        return list;
    }

    private static PlainObject ReadObject(Newton.JsonReader reader)
    {
        var fields = new PlainObject();
        while (ReadToken(reader) == Newton.JsonToken.PropertyName)
        {
            var name = (string)reader.Value!;
            ReadToken(reader);
            fields[name] = Read(reader);
        }

        return fields;
    }

    /// <summary>Moves to the next token that is not a comment, which an application's own reader may return.</summary>
    private static Newton.JsonToken ReadToken(Newton.JsonReader reader)
    {
        do
        {
            if (!reader.Read())
            {
                throw new Newton.JsonSerializationException("The document ends within a value.");
            }
        }
        while (reader.TokenType == Newton.JsonToken.Comment);

        return reader.TokenType;
    }
}
