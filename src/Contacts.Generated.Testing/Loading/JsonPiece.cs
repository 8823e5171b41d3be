using System.Text;
using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>A JSON value in a file, as it was written, and the line on which it begins.</summary>
internal readonly record struct JsonPiece(ReadOnlyMemory<byte> Utf8, int Line)
{
    private static readonly JsonReaderOptions _options = new() { MaxDepth = JsonEngine.MaxDepth };

    public bool IsArray => Utf8.Span[0] == '[';

    public bool IsObject => Utf8.Span[0] == '{';

    /// <summary>The only value in a text, which begins on a line.</summary>
    /// <exception cref="DataFileException">The text is not one JSON value.</exception>
    public static JsonPiece Parse(ReadOnlyMemory<byte> utf8, int line)
    {
        var blanks = utf8.Span.IndexOfAnyExcept(" \t\r\n"u8);
        line += utf8.Span[..blanks].Count((byte)'\n');
        var piece = new JsonPiece(utf8[blanks..].TrimEnd(" \t\r\n"u8), line);
        piece.Walk(static (ref reader) =>
        {
            while (reader.Read())
            {
                // Every token is checked, and that nothing follows the value.
            }
        });
        return piece;
    }

    /// <summary>The items of an array.</summary>
    public List<JsonPiece> Items() => Children().ConvertAll(static child => child.Value);

    /// <summary>The members of an object.</summary>
    public List<(string Name, JsonPiece Value)> Members() => Children();

    /// <summary>Whether an object has an id of its own, by one of the names that ids have on the wire.</summary>
    public bool HasId()
    {
        var hasId = false;
        Walk((ref reader) =>
        {
            reader.Read();
            while (!hasId && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                hasId = reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("_id"u8);
                reader.Skip();
            }
        });
        return hasId;
    }

    /// <summary>Reads the value as a model.</summary>
    /// <exception cref="DataFileException">A field that the contract describes has a value of another kind.</exception>
    public T Read<T>()
        where T : class, IOpenModel, new()
    {
        var unread = new UnreadField();
        try
        {
            var model = JsonEngine.Default.Read<T>(Utf8, new ReadOptions("", "", unread, CancellationToken.None))!;
            if (unread.Name is null)
            {
                return model;
            }
        }
        catch (JsonReadException)
        {
            // The message of the library may quote the value, which may be personal data.
            throw new DataFileException(
                Line, "a text in this value is not valid Unicode, or the value nests too deep; correct or remove it");
        }

        var line = Members().Find(member => member.Name == unread.Name).Value is { Line: > 0 } field ? field.Line : Line;
        throw new DataFileException(
            line, $"the field {unread.Name} has a value that the contract does not allow there; correct it, or leave the field out");
    }

    private List<(string Name, JsonPiece Value)> Children()
    {
        var (utf8, line) = this;
        var children = new List<(string, JsonPiece)>();
        Walk((ref reader) =>
        {
            var (name, counted) = ("", 0);
            reader.Read();
            while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = reader.GetString()!;
                    continue;
                }

                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                line += utf8.Span[counted..start].Count((byte)'\n');
                counted = start;
                children.Add((name, new JsonPiece(utf8[start..(int)reader.BytesConsumed], line)));
            }
        });
        return children;
    }

    private sealed class UnreadField : IReadObserver
    {
        public string? Name { get; private set; }

        /// <summary>The member comes with the name of its model before it, as in "Contact.created_at".</summary>
        public void ValueNotRead(in ReadOptions options, string member) => Name ??= member[(member.IndexOf('.') + 1)..];
    }

    private delegate void Walker(ref Utf8JsonReader reader);

    private void Walk(Walker walk)
    {
        var reader = new Utf8JsonReader(Utf8.Span, _options);
        try
        {
            walk(ref reader);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            var (line, column) = exception is JsonException { LineNumber: { } number, BytePositionInLine: { } position }
                ? (Line + (int)number, position)
                : (Line, 0);
            throw new DataFileException(line, $"this is not valid JSON, from byte {column + 1} of the line on; correct or remove it");
        }
    }
}
