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

    /// <summary>Reads the value as a model.</summary>
    /// <exception cref="DataFileException">A field that the contract describes has a value of another kind.</exception>
    public T Read<T>()
        where T : class
    {
        try
        {
            return JsonEngine.Default.ReadStrictly<T>(Utf8)!;
        }
        catch (JsonReadException exception)
        {
            // The message of the library may quote the value, which may be personal data.
            var json = exception.InnerException as JsonException;
            var field = json?.Path is ['$', '.', .. var path] && path.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.')
                ? $"the field {path} has"
                : "a field has";
            throw new DataFileException(
                Line + (int)(json?.LineNumber ?? 0),
                $"{field} a value that the contract does not allow there; correct it, or leave the field out");
        }
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
