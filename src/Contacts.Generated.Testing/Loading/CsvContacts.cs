using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>Turns the rows of a CSV file into contacts as JSON. The header has the names that fields have on the wire.</summary>
internal static class CsvContacts
{
    /// <summary>The fields whose cells are JSON, unlike the others, which are text.</summary>
    private static readonly string[] _json = ["is_presence", "additional_params"];

    private static readonly string[] _known = ((IOpenModel)new Contact()).MemberNames;

    private static readonly JsonWriterOptions _options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <exception cref="DataFileException">The header is not one of contacts, or a row does not fit to it.</exception>
    public static IEnumerable<JsonPiece> Read(string text)
    {
        string[]? columns = null;
        foreach (var (line, cells) in CsvRows.Read(text))
        {
            if (columns is null)
            {
                columns = ColumnsOf(line, cells);
                continue;
            }

            yield return Write(line, columns, cells);
        }

        if (columns is null)
        {
            throw new DataFileException(0, "there is no line with the names of the columns; begin the file with one");
        }
    }

    private static string[] ColumnsOf(int line, List<string> cells)
    {
        string[] columns = [.. cells.Select(static cell => cell.Trim())
            .Select(static cell => Array.Find(_known, name => string.Equals(name, cell, StringComparison.OrdinalIgnoreCase)) ?? cell)];
        if (!columns.Intersect(_known).Any())
        {
            throw new DataFileException(
                line,
                "the first line names no field of a contact, such as id, display_name or email; the columns must be separated by commas");
        }

        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index].Length > 0 && Array.IndexOf(columns, columns[index]) < index)
            {
                throw new DataFileException(line, $"column {index + 1} has the name of another one; rename or remove it");
            }
        }

        return columns;
    }

    private static JsonPiece Write(int line, string[] columns, List<string> cells)
    {
        if (cells.Count != columns.Length)
        {
            throw new DataFileException(
                line,
                $"there are {cells.Count} cells, and {columns.Length} columns; a cell with a comma or a line break must be in quotes");
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, _options))
        {
            writer.WriteStartObject();
            for (var index = 0; index < columns.Length; index++)
            {
                WriteCell(writer, line, index + 1, columns[index], cells[index]);
            }

            writer.WriteEndObject();
        }

        return new JsonPiece(buffer.WrittenMemory, line);
    }

    private static void WriteCell(Utf8JsonWriter writer, int line, int number, string column, string cell)
    {
        if (cell.Length == 0)
        {
            // The service has most texts that are not known as empty, and leaves the other fields out or has them as null.
            if (ContactField.Find(column) is { Nullable: false, OnlyNew: false })
            {
                writer.WriteString(column, "");
            }

            return;
        }

        if (column.Length == 0)
        {
            throw new DataFileException(line, $"cell {number} is in a column without a name; name the column in the first line");
        }

        if (column == "labels")
        {
            writer.WriteStartArray(column);
            foreach (var label in cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                writer.WriteStringValue(label);
            }

            writer.WriteEndArray();
        }
        else if (_json.Contains(column))
        {
            try
            {
                using var value = JsonDocument.Parse(cell.ToLowerInvariant() is "true" or "false" ? cell.ToLowerInvariant() : cell);
                writer.WritePropertyName(column);
                value.WriteTo(writer);
            }
            catch (JsonException)
            {
                throw new DataFileException(line, $"the cell in the column {column} is not JSON; correct it, or leave it empty");
            }
        }
        else
        {
            writer.WriteString(column, cell);
        }
    }
}
