using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Contacts.Generated;

/// <summary>Reads plain values straight from System.Text.Json's reader, without a document in between.</summary>
internal static class PlainValueReader
{
    /// <summary>Reads the value that the reader stands on, and leaves the reader on its last token.</summary>
    public static object? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.StartArray => ReadList(ref reader),
        JsonTokenType.StartObject => ReadObject(ref reader),
        _ => null,
    };

    /// <summary>Reads the number that the reader stands on.</summary>
    public static object ReadNumber(ref Utf8JsonReader reader) => reader.TryGetInt64(out var whole)
        ? whole
        : PlainValue.FromNumber(Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray()));

    private static List<object?> ReadList(ref Utf8JsonReader reader)
    {
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(Read(ref reader));
        }

        return list;
    }

    private static PlainObject ReadObject(ref Utf8JsonReader reader)
    {
        var fields = new PlainObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            fields[name] = Read(ref reader);
        }

        return fields;
    }
}
