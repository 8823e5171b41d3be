using System.Text;

namespace Contacts.Generated.Testing;

/// <summary>Reads CSV as RFC 4180 describes it. Lines may end with LF alone, and empty lines are left out.</summary>
internal static class CsvRows
{
    /// <summary>The rows, and the lines on which they begin.</summary>
    /// <exception cref="DataFileException">Quotes are not closed, or something other than a comma follows them.</exception>
    public static IEnumerable<(int Line, List<string> Cells)> Read(string text)
    {
        var (position, line) = (0, 1);
        while (position < text.Length)
        {
            var start = line;
            var row = ReadRow(text, ref position, ref line);
            if (row is not [""])
            {
                yield return (start, row);
            }
        }
    }

    private static List<string> ReadRow(string text, ref int position, ref int line)
    {
        var cells = new List<string>();
        while (true)
        {
            var isQuoted = position < text.Length && text[position] == '"';
            cells.Add(isQuoted ? ReadQuoted(text, ref position, ref line) : ReadPlain(text, ref position));
            var separator = position < text.Length ? text[position++] : '\n';
            if (separator == ',')
            {
                continue;
            }

            if (separator == '\r' && position < text.Length && text[position] == '\n')
            {
                position++;
            }

            line++;
            return cells;
        }
    }

    private static string ReadPlain(string text, ref int position)
    {
        var length = text.AsSpan(position).IndexOfAny(",\r\n");
        var cell = length < 0 ? text[position..] : text.Substring(position, length);
        position += cell.Length;
        return cell;
    }

    private static string ReadQuoted(string text, ref int position, ref int line)
    {
        var start = line;
        var cell = new StringBuilder();
        while (true)
        {
            var end = text.IndexOf('"', position + 1);
            if (end < 0)
            {
                throw new DataFileException(
                    start, "the quotes that open a cell here are never closed; close them, or double those within a cell");
            }

            cell.Append(text, position + 1, end - position - 1);
            line += text.AsSpan(position, end - position).Count('\n');
            position = end + 1;
            if (position == text.Length || text[position] is ',' or '\r' or '\n')
            {
                return cell.ToString();
            }

            if (text[position] != '"')
            {
                throw new DataFileException(line, "text follows the closing quotes of a cell; double the quotes that are within a cell");
            }

            // A quote within the cell, which was doubled.
            cell.Append('"');
        }
    }
}
