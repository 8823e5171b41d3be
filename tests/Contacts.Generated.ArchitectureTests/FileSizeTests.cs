namespace Contacts.Generated.ArchitectureTests;

/// <summary>How long a hand-written file may be, and how wide a line of it.</summary>
public class FileSizeTests
{
    private const int MostLines = 300;
    private const int MostColumns = 140;

    [Fact]
    public void No_file_is_too_long_to_be_read_in_one_go() =>
        Sources().Where(static source => source.Lines.Length > MostLines)
            .Select(static source => $"{source.File} has {source.Lines.Length} lines.")
            .Should().BeEmpty();

    [Fact]
    public void No_line_is_wider_than_a_screen() =>
        Sources().SelectMany(static source => WideLines(source.Lines).Select(line => $"{source.File}:{line}"))
            .Should().BeEmpty("a line has at most {0} columns", MostColumns);

    [Theory]
    [InlineData("var text = \"\"\"{0}\"\"\";", false)]
    [InlineData("var text = \"\"\"\n{0}\n\"\"\";", false)]
    [InlineData("var text = \"\"\"\n\"\"\";\n{0}", true)]
    [InlineData("// {0}", true)]
    public void A_raw_string_may_be_wide_since_its_text_is_what_it_is(string source, bool isWide) =>
        WideLines(source.Replace("{0}", new string('x', MostColumns + 1), StringComparison.Ordinal).Split('\n')).Any().Should().Be(isWide);

    private static IEnumerable<int> WideLines(string[] lines)
    {
        var isInRawString = false;
        for (var index = 0; index < lines.Length; index++)
        {
            var quotes = lines[index].Split("\"\"\"").Length - 1;
            if (lines[index].Length > MostColumns && quotes == 0 && !isInRawString)
            {
                yield return index + 1;
            }

            isInRawString ^= quotes % 2 == 1;
        }
    }

    private static IEnumerable<(string File, string[] Lines)> Sources() =>
        from folder in new[] { "src", "build", "tests" }
        from path in Directory.EnumerateFiles(Path.Combine(SourceProject.Repository, folder), "*.cs", SearchOption.AllDirectories)
        let file = Path.GetRelativePath(SourceProject.Repository, path).Replace('\\', '/')
        where !file.Split('/').Intersect(["bin", "obj", "node_modules"]).Any()
        select (file, File.ReadAllLines(path));
}
