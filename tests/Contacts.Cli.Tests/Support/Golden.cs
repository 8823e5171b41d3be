namespace Contacts.Cli.Tests.Support;

/// <summary>
/// Texts as they were once read and found good, in <c>Goldens</c>. After a change that is meant:
/// <c>CONTACTS_REWRITE_GOLDENS=1 dotnet test tests/Contacts.Cli.Tests</c>, and read the difference.
/// </summary>
internal static class Golden
{
    private static readonly string _folder = Path.Combine(Repository.Root, "tests", "Contacts.Cli.Tests", "Goldens");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(_folder).Select(Path.GetFileNameWithoutExtension)!;

    /// <summary>Compares, but for spaces at the ends of lines, which the library's help has.</summary>
    public static void Check(string name, string text)
    {
        var path = Path.Combine(_folder, name + ".txt");
        var actual = string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(static line => line.TrimEnd())).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("CONTACTS_REWRITE_GOLDENS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        File.Exists(path).Should().BeTrue($"{name} has a golden text; CONTACTS_REWRITE_GOLDENS=1 writes it");
        actual.Should().Be(File.ReadAllText(path));
    }
}
