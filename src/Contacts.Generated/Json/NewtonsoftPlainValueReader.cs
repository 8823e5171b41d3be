using Newtonsoft.Json;

namespace Contacts.Generated;

/// <summary>Reads plain values straight from Newtonsoft.Json's reader, without tokens of its own in between.</summary>
internal static class NewtonsoftPlainValueReader
{
    /// <summary>Reads the value that the reader stands on, and leaves the reader on its last token.</summary>
    public static object? Read(JsonReader reader) => reader.TokenType switch
    {
        JsonToken.StartArray => ReadList(reader),
        JsonToken.StartObject => ReadObject(reader),
        JsonToken.StartConstructor => throw new JsonSerializationException("A value was expected, not a constructor."),
        _ => PlainValue.From(reader.Value),
    };

    private static List<object?> ReadList(JsonReader reader)
    {
        var list = new List<object?>();
        while (ReadToken(reader) != JsonToken.EndArray)
        {
            list.Add(Read(reader));
        }

        return list;
    }

    private static PlainObject ReadObject(JsonReader reader)
    {
        var fields = new PlainObject();
        while (ReadToken(reader) == JsonToken.PropertyName)
        {
            var name = (string)reader.Value!;
            ReadToken(reader);
            fields[name] = Read(reader);
        }

        return fields;
    }

    /// <summary>Goes on to what counts: the reader of an application may also take comments.</summary>
    private static JsonToken ReadToken(JsonReader reader)
    {
        do
        {
            if (!reader.Read())
            {
                throw new JsonSerializationException("The document ends within a value.");
            }
        }
        while (reader.TokenType == JsonToken.Comment);

        return reader.TokenType;
    }
}
