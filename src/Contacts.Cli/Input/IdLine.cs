using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Input;

/// <summary>A line of standard input that gives an id: the id itself, or a JSON object with an <c>id</c>.</summary>
/// <param name="Number">The number of the line, from 1 on.</param>
/// <param name="Id">The id; empty if the line has none.</param>
/// <param name="Mistake">What is wrong with the line, and what to do; null if nothing is.</param>
internal sealed record IdLine(int Number, string Id, string? Mistake = null)
{
    /// <summary>What separates the cells of a table or of CSV, which people may give by mistake.</summary>
    private static readonly SearchValues<char> _separators = SearchValues.Create(" \t,;\"'[]");

    /// <summary>The lines that are not blank.</summary>
    public static async IAsyncEnumerable<IdLine> ReadAsync(CliHost host, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (number, text) in InputText.LinesAsync(host, cancellationToken))
        {
            if (text.Trim() is { Length: > 0 } line)
            {
                yield return line[0] == '{' ? OfJson(number, line) : OfText(number, line);
            }
        }
    }

    private static IdLine OfText(int number, string line) => true switch
    {
        _ when line.Contains('…', StringComparison.Ordinal) =>
            new(number, "", "this is a shortened id: 'contacts list --output ndjson' shows it whole."),
        _ when line.AsSpan().ContainsAny(_separators) =>
            new(number, "", "this is not an id: write one id on each line, or a JSON object with an id, as --output ndjson does."),
        _ => new(number, line),
    };

    private static IdLine OfJson(int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            foreach (var name in new[] { "id", "_id" })
            {
                if (json.RootElement.TryGetProperty(name, out var id)
                    && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text)
                {
                    return new(number, text);
                }
            }

            return new(number, "", "this object has no id, which must be a text.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new(number, "", "this is not one JSON object on one line: --output ndjson writes such lines.");
        }
    }
}
