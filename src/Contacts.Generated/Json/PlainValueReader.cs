using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>Reads plain values straight from System.Text.Json's reader, without a document in between.</summary>
internal static class PlainValueReader
{
    /// <summary>Reads the value that the reader stands on, and leaves the reader on its last token.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="replacing">Whether a text that is not Unicode is read with U+FFFD in it, instead of refused.</param>
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

    /// <summary>Reads the number that the reader stands on.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static object ReadNumber(ref Utf8JsonReader reader) => reader.TryGetInt64(out var whole)
        ? whole
        : PlainValue.FromNumber(Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray()));

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
