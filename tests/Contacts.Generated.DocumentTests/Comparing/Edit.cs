using Contacts.Generated.DocumentTests.Corpus;

namespace Contacts.Generated.DocumentTests.Comparing;

/// <summary>A change of a contract, and what is told of it. 'edits/README.md' describes the blocks.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="Place">Where it stands, for messages.</param>
/// <param name="Before">The contract.</param>
/// <param name="After">The contract with the change.</param>
/// <param name="Told">What the tool tells, without its first and its last line.</param>
/// <param name="Caller">C# that compiles with the older client; null if the change has nothing to do with C#.</param>
internal sealed record Edit(string Name, string Place, string Before, string After, string Told, string? Caller)
{
    /// <summary>Whether the caller is only compiled again: it names all that is left, and fails while it runs.</summary>
    public bool IsOfSource { get; init; }

    /// <summary>Reads a file of edits.</summary>
    public static IReadOnlyList<Edit> Read(string file)
    {
        var (before, sections) = DocumentFile.Sections(Path.Combine(DocumentFile.Tests, "edits", file));
        var contract = before is [var block, ..]
            ? block.Text
            : File.ReadAllText(Path.Combine(ContractTool.SdkSource.Repository, "openapi", "contacts.yaml")).ReplaceLineEndings("\n");
        return [.. sections.Select(section => Of(section, $"edits/{file}:{section.Line}", contract))];
    }

    private static Edit Of(Section section, string place, string before)
    {
        var (after, told) = (before, "");
        string? caller = null;
        var isOfSource = false;
        foreach (var (info, text) in section.Blocks)
        {
            switch (info)
            {
                case "diff":
                    after = Apply(text, after, place);
                    break;
                case "told":
                    told = text;
                    break;
                case "csharp" or "csharp source":
                    caller = text;
                    isOfSource = info.EndsWith("source", StringComparison.Ordinal);
                    break;
                default:
                    throw new FormatException($"{place}: '{info}' is no kind of block.");
            }
        }

        return new(section.Name, place, before, after, told, caller) { IsOfSource = isOfSource };
    }

    private static string Apply(string diff, string text, string place)
    {
        var lines = diff.TrimEnd('\n').Split('\n');
        var (old, changed) = (Lines(lines, '-'), Lines(lines, '+'));
        var parts = ("\n" + text).Split("\n" + old);
        return parts.Length == 2
            ? $"{parts[0]}\n{changed}{parts[1]}"[1..]
            : throw new FormatException($"{place}: what is to be changed is {parts.Length - 1} times in the contract.");
    }

    private static string Lines(string[] lines, char sign) =>
        string.Concat(lines.Where(line => line[0] == ' ' || line[0] == sign).Select(static line => line[1..] + "\n"));
}
