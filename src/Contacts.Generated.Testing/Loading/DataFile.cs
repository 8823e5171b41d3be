using System.Text;

namespace Contacts.Generated.Testing;

/// <summary>Reads a data file: JSON, JSON on each line (NDJSON), or CSV.</summary>
internal static class DataFile
{
    private static readonly UTF8Encoding _utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="InvalidDataException">There is a mistake. The message names the file and the line, and says what to do.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static LoadedData Read(string path, int seed, IReadOnlyList<EmulatorUser> users)
    {
        try
        {
            return Read(ReadBytes(path), Path.GetExtension(path).ToLowerInvariant(), new LoadedItems(seed, users));
        }
        catch (DataFileException exception)
        {
            var place = exception.Line > 0 ? $"{path}, line {exception.Line}" : path;
            throw new InvalidDataException($"{place}: {exception.Message}.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException($"{path} cannot be read: it is a folder, or you have no permission to read it.", exception);
        }
    }

    private static LoadedData Read(ReadOnlyMemory<byte> utf8, string extension, LoadedItems items)
    {
        var isByLine = extension is ".ndjson" or ".jsonl";
        var first = utf8.Span.IndexOfAnyExcept(" \t\r\n"u8);
        if (first < 0)
        {
            return isByLine
                ? items.ToData()
                : throw new DataFileException(0, "the file is empty; write contacts into it, or for none the JSON {\"contacts\": []}");
        }

        if (extension == ".csv" || (!isByLine && extension != ".json" && utf8.Span[first] is not ((byte)'{' or (byte)'[')))
        {
            foreach (var contact in CsvContacts.Read(Decode(utf8)))
            {
                items.AddContact(contact);
            }
        }
        else
        {
            foreach (var value in isByLine || StartsWithWholeLine(utf8[first..]) ? Lines(utf8) : [JsonPiece.Parse(utf8, 1)])
            {
                items.Add(value);
            }
        }

        return items.ToData();
    }

    /// <summary>The bytes without a byte order mark, and in UTF-8 if the mark says that they are UTF-16.</summary>
    private static ReadOnlyMemory<byte> ReadBytes(string path)
    {
        ReadOnlyMemory<byte> bytes = File.ReadAllBytes(path);
        return bytes.Span switch
        {
            [0xEF, 0xBB, 0xBF, ..] => bytes[3..],
            [0xFF, 0xFE, ..] => _utf8.GetBytes(Encoding.Unicode.GetString(bytes.Span[2..])),
            [0xFE, 0xFF, ..] => _utf8.GetBytes(Encoding.BigEndianUnicode.GetString(bytes.Span[2..])),
            _ => bytes,
        };
    }

    private static string Decode(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return _utf8.GetString(utf8.Span);
        }
        catch (DecoderFallbackException exception)
        {
            throw new DataFileException(
                1 + utf8.Span[..exception.Index].Count((byte)'\n'), "a character here is not UTF-8; save the file with that encoding");
        }
    }

    /// <summary>Whether the first line is a JSON value, and others follow.</summary>
    private static bool StartsWithWholeLine(ReadOnlyMemory<byte> utf8)
    {
        var end = utf8.Span.IndexOf((byte)'\n');
        if (end < 0 || !utf8.Span[end..].ContainsAnyExcept(" \t\r\n"u8))
        {
            return false;
        }

        try
        {
            _ = JsonPiece.Parse(utf8[..end], 1);
            return true;
        }
        catch (DataFileException)
        {
            return false;
        }
    }

    private static IEnumerable<JsonPiece> Lines(ReadOnlyMemory<byte> utf8)
    {
        for (var line = 1; utf8.Length > 0; line++)
        {
            var end = utf8.Span.IndexOf((byte)'\n');
            var text = end < 0 ? utf8 : utf8[..end];
            if (text.Span.ContainsAnyExcept(" \t\r"u8))
            {
                yield return JsonPiece.Parse(text, line);
            }

            utf8 = end < 0 ? default : utf8[(end + 1)..];
        }
    }
}
