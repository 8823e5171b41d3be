namespace Contacts.Generated.PackageTests;

/// <summary>The commands that CONTRIBUTING.md tells people to type.</summary>
internal static class Handbook
{
    public static IReadOnlyList<string> Sections => [.. Parts.Select(Title)];

    /// <summary>The commands below a heading of the second level, in their order.</summary>
    public static IReadOnlyList<string> Commands(string section)
    {
        var commands = new List<string>();
        var inside = false;
        foreach (var line in Parts.Single(part => Title(part) == section).Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = line == "```console";
            }
            else if (inside)
            {
                commands.Add(line);
            }
        }

        return commands;
    }

    private static IEnumerable<string> Parts =>
        File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, "CONTRIBUTING.md")).Split("\n## ").Skip(1);

    private static string Title(string part) => part.Split('\n')[0];
}
