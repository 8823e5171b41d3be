using System.Text.Json;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Input;

/// <summary>A contact to change, as a line of a file says it.</summary>
/// <param name="Number">The number of the line, from 1 on.</param>
/// <param name="Id">The id of the contact.</param>
/// <param name="Fields">The fields to change.</param>
internal sealed record UpdateLine(int Number, string Id, UpdateContactInput Fields);

/// <summary>
/// Reads what <c>contacts update --from</c> changes: CSV, or JSON on each line (NDJSON). Messages name the file, the line and the field,
/// but never a value.
/// </summary>
internal sealed class UpdateFile
{
    private const string IdColumn = "id";

    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    private readonly string _name;
    private readonly bool _clearsEmpty;
    private readonly bool _allowsUnknown;
    private readonly List<UpdateLine> _updates = [];
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    private UpdateFile(string name, bool clearsEmpty, bool allowsUnknown) =>
        (_name, _clearsEmpty, _allowsUnknown) = (name, clearsEmpty, allowsUnknown);

    /// <summary>Reads a whole file and checks it. A line that changes no field is left out.</summary>
    /// <param name="host">The surroundings, for standard input.</param>
    /// <param name="path">The file, or <c>-</c> for standard input.</param>
    /// <param name="clearsEmpty">Whether an empty cell of CSV clears its field.</param>
    /// <param name="allowsUnknown">Whether a field may be one that the service is not known to have.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="UsageException">There is a mistake, or nothing to change.</exception>
    public static async Task<IReadOnlyList<UpdateLine>> ReadAsync(
        CliHost host, string path, bool clearsEmpty, bool allowsUnknown, CancellationToken cancellationToken)
    {
        var file = new UpdateFile(SafeText.OneLine(InputText.NameOf(path), 200), clearsEmpty, allowsUnknown);
        var text = await InputText.ReadAsync(host, path, cancellationToken);
        var isCsv = Path.GetExtension(path).ToLowerInvariant() switch
        {
            ".csv" => true,
            ".ndjson" or ".jsonl" or ".json" => false,
            _ => !text.TrimStart().StartsWith('{'),
        };
        if (isCsv)
        {
            file.ReadCsv(text);
        }
        else if (clearsEmpty)
        {
            throw new UsageException("--clear-empty is for CSV: in JSON, the value null clears a field.");
        }
        else
        {
            file.ReadLines(text);
        }

        return file._updates.Count > 0
            ? file._updates
            : throw new UsageException($"{file._name} has nothing to change: each line needs an id and at least one field.");
    }

    private void ReadLines(string text)
    {
        var number = 0;
        foreach (var line in text.EnumerateLines())
        {
            number++;
            if (!line.IsWhiteSpace())
            {
                ReadObject(number, line.ToString());
            }
        }
    }

    private void ReadObject(int number, string line)
    {
        var fields = new List<(string, JsonElement)>();
        string? id = null;
        try
        {
            using var json = JsonDocument.Parse(line, _strict);
            foreach (var member in json.RootElement.EnumerateObject())
            {
                if (member.Name != IdColumn)
                {
                    fields.Add((member.Name, member.Value.Clone()));
                }
                else if (member.Value.ValueKind == JsonValueKind.String)
                {
                    id = member.Value.GetString();
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw Mistake(number, "this is not a JSON object on one line, with each field once.");
        }

        Add(number, id, fields);
    }

    private void ReadCsv(string text)
    {
        List<string>? head = null;
        try
        {
            foreach (var (number, cells) in CsvRows.Read(text))
            {
                if (head is null)
                {
                    head = CheckHead(number, cells);
                }
                else if (cells.Count != head.Count)
                {
                    throw Mistake(
                        number, $"there are {cells.Count} cells, but {head.Count} in the first line; quote a cell with a comma in it.");
                }
                else
                {
                    ReadRow(number, head, cells);
                }
            }
        }
        catch (DataFileException exception)
        {
            throw Mistake(exception.Line, exception.Message + ".");
        }
    }

    private List<string> CheckHead(int number, List<string> cells)
    {
        var head = cells.ConvertAll(static cell => cell.Trim());
        if (!head.Remove(IdColumn))
        {
            throw Mistake(number, "the first line must name the columns: id, and fields as 'contacts help fields' lists them.");
        }

        // So that a wrong name is told with its own line.
        var update = new UpdateFields(new UpdateContactInput(), _allowsUnknown);
        Guard(number, () => head.ForEach(field => update.Set(field, null)));
        return cells.ConvertAll(static cell => cell.Trim());
    }

    private void ReadRow(int number, List<string> head, List<string> cells)
    {
        var rows = head.Zip(cells).Where(pair => pair.First == IdColumn || pair.Second.Length > 0 || _clearsEmpty).ToList();
        var fields = rows.Where(static pair => pair.First != IdColumn)
            .Select(static pair => (pair.First, pair.Second.Length > 0 ? pair.Second : null));
        Add(number, rows.First(static pair => pair.First == IdColumn).Second, [.. fields]);
    }

    private void Add<TValue>(int number, string? id, List<(string Name, TValue Value)> fields)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            throw Mistake(number, "the id is missing.");
        }

        if (!_lines.TryAdd(id.Trim(), number))
        {
            throw Mistake(number, $"the contact is already on line {_lines[id.Trim()]}; change it once.");
        }

        var input = new UpdateContactInput();
        var set = new UpdateFields(input, _allowsUnknown);
        foreach (var (name, value) in fields)
        {
            Guard(number, () =>
            {
                if (value is JsonElement json)
                {
                    set.Set(name, json);
                }
                else
                {
                    set.Set(name, value as string);
                }
            });
        }

        if (fields.Count > 0)
        {
            _updates.Add(new UpdateLine(number, id.Trim(), input));
        }
    }

    private void Guard(int line, Action set)
    {
        try
        {
            set();
        }
        catch (UsageException mistake)
        {
            throw Mistake(line, mistake.Message);
        }
    }

    private UsageException Mistake(int line, string message) => new($"{_name}, line {line}: {message}");
}
