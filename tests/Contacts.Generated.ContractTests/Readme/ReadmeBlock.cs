namespace Contacts.Generated.ContractTests.Readme;

/// <summary>A fenced block of the README.</summary>
/// <param name="Heading">The section it stands in, numbered within it.</param>
/// <param name="Language">What follows the fence.</param>
/// <param name="Text">The lines between the fences.</param>
internal sealed record ReadmeBlock(string Heading, string Language, string Text)
{
    /// <summary>All blocks, in order.</summary>
    public static IReadOnlyList<ReadmeBlock> All { get; } = Read(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "README.md")));

    private static List<ReadmeBlock> Read(string[] lines)
    {
        var blocks = new List<ReadmeBlock>();
        var heading = "";
        var number = 0;
        for (var index = 0; index < lines.Length; index++)
        {
            if (lines[index].StartsWith("## ", StringComparison.Ordinal))
            {
                (heading, number) = (lines[index][3..], 0);
            }
            else if (lines[index].StartsWith("```", StringComparison.Ordinal))
            {
                var end = Array.IndexOf(lines, "```", index + 1);
                blocks.Add(new ReadmeBlock($"{heading} {++number}", lines[index][3..], string.Join('\n', lines[(index + 1)..end])));
                index = end;
            }
        }

        return blocks;
    }
}
