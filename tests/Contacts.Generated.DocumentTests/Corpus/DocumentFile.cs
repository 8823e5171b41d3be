using System.Globalization;

namespace Contacts.Generated.DocumentTests.Corpus;

/// <summary>A block of a Markdown file.</summary>
/// <param name="Info">The words behind its beginning.</param>
/// <param name="Text">Its lines.</param>
internal readonly record struct Block(string Info, string Text);

/// <summary>A heading and the blocks below it.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Line">Its line, counted from 1.</param>
/// <param name="Blocks">The blocks.</param>
internal sealed record Section(string Name, string Line, IReadOnlyList<Block> Blocks);

/// <summary>
/// A Markdown file of documents, each under a heading of its own: the document in a block of YAML or JSON, then what is to become of it.
/// 'documents/README.md' describes the blocks.
/// </summary>
internal static class DocumentFile
{
    private const string DocumentName = "contract";

    private static readonly string _folder = Path.Combine(Tests, "documents");

    /// <summary>The folder of these tests.</summary>
    public static string Tests => Path.Combine(ContractTool.SdkSource.Repository, "tests", "Contacts.Generated.DocumentTests");

    /// <summary>Reads a file of the corpus.</summary>
    public static IReadOnlyList<DocumentCase> Read(string file)
    {
        var (before, sections) = Sections(Path.Combine(_folder, file));
        var template = before is [var first, ..] ? first.Text : "";
        return [.. sections.Select(section => CaseOf(section.Name, $"{file}:{section.Line}", section.Blocks, template))];
    }

    /// <summary>Reads the blocks of a Markdown file: those before its headings of the second level, and those below each.</summary>
    public static (IReadOnlyList<Block> Before, IReadOnlyList<Section> Sections) Sections(string file)
    {
        var lines = File.ReadAllText(file).Split('\n');
        var beginnings = Enumerable.Range(0, lines.Length).Where(index => IsHeading(lines, index)).Append(lines.Length).ToList();
        return (
            Blocks(lines[..beginnings[0]]),
            [
                .. beginnings.Zip(beginnings.Skip(1), (from, to) => new Section(
                    lines[from][3..].Trim(), (from + 1).ToString(CultureInfo.InvariantCulture), Blocks(lines[from..to]))),
            ]);
    }

    private static bool IsHeading(string[] lines, int index) =>
        lines[index].StartsWith("## ", StringComparison.Ordinal) && !IsInBlock(lines, index);

    private static bool IsInBlock(string[] lines, int index) =>
        lines.Take(index).Count(static line => line.StartsWith("```", StringComparison.Ordinal)) % 2 == 1;

    private static DocumentCase CaseOf(string name, string place, IReadOnlyList<Block> blocks, string template)
    {
        var parts = new List<(string, string)>();
        var calls = new List<Transcript>();
        string? caller = null;
        IReadOnlyList<ExpectedFinding> refusals = [];
        IReadOnlyList<ExpectedFinding> warnings = [];
        foreach (var (info, text) in blocks)
        {
            var words = info.Split(' ');
            switch (words[0])
            {
                case "json" when parts.Count > 0 && words is [_]:
                    calls.Add(Transcript.Echo("putThing", "PUT /thing", text.Trim()));
                    break;
                case "yaml" or "json":
                    var file = words is [_, var second, ..] && second != "whole" && !char.IsAsciiDigit(second[0])
                        ? second : $"{DocumentName}.{words[0]}";
                    parts.Add((file, parts.Count == 0 ? Whole(text, words, template) : text));
                    break;
                case "http":
                    calls.AddRange(Transcript.Parse(text).Select(call => call with { Options = words[1..] }));
                    break;
                case "csharp":
                    caller = text;
                    break;
                case "refused":
                    refusals = ExpectedFinding.Parse(text);
                    break;
                case "warned":
                    warnings = ExpectedFinding.Parse(text);
                    break;
                default:
                    throw new FormatException($"{place}: '{info}' is no kind of block.");
            }
        }

        return parts.Count == 0 || (calls.Count == 0 && refusals.Count == 0 && caller is null)
            ? throw new FormatException($"{place}: a document needs a block of YAML or JSON, and one that says what is to become of it.")
            : new(name, place, parts, calls, caller, refusals, warnings);
    }

    /// <summary>The document; with the file's template before it, unless it begins by itself.</summary>
    private static string Whole(string text, string[] words, string template)
    {
        if (words[0] == "json" || words.Contains("whole") || text.Contains("openapi:", StringComparison.Ordinal)
            || text.Contains("swagger:", StringComparison.Ordinal))
        {
            return text;
        }

        return words is [_, var version, ..] && char.IsAsciiDigit(version[0])
            ? $"openapi: {version}\n{template[(template.IndexOf('\n', StringComparison.Ordinal) + 1)..]}{text}"
            : template + text;
    }

    private static List<Block> Blocks(string[] lines)
    {
        var blocks = new List<Block>();
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].StartsWith("```", StringComparison.Ordinal))
            {
                var info = lines[index][3..].Trim();
                var start = ++index;
                while (!lines[index].StartsWith("```", StringComparison.Ordinal))
                {
                    index++;
                }

                blocks.Add(new(info, string.Concat(lines[start..index].Select(static line => line + "\n"))));
            }
        }

        return blocks;
    }
}
