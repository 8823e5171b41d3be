namespace Contacts.Generated.PackageTests;

/// <summary>What the documented commands of a release leave behind.</summary>
[Collection(PackagesInOrder.Name)]
public sealed class ReleaseTests(PackageFeed feed)
{
    private const string Tag = "v" + PackageFeed.Version;

    private static readonly string[] _projects =
        ["Contacts.Generated", "Contacts.Generated.Testing", "Contacts.Generated.Sync", "Contacts.Cli"];

    [Theory]
    [InlineData("Contacts.Generated", "netstandard2.0", "net8.0", "net10.0")]
    [InlineData("Contacts.Generated.Testing", "net8.0", "net10.0")]
    [InlineData("Contacts.Generated.Sync", "net8.0", "net10.0")]
    public void What_was_public_and_unshipped_is_shipped(string project, params string[] targets)
    {
        foreach (var target in targets)
        {
            var before = Path.Combine(BuildFacts.RepositoryRoot, "src", project, "PublicAPI", target);
            var after = feed.Repository.File("src", project, "PublicAPI", target);

            Lines(after, "Shipped").Should().BeEquivalentTo(Lines(before, "Shipped").Concat(Lines(before, "Unshipped")));
            Lines(after, "Unshipped").Should().BeEmpty();
        }
    }

    [Fact]
    public void The_contract_is_kept_and_the_commit_is_tagged()
    {
        File.ReadAllText(feed.Repository.File("openapi", "released", $"contacts-{PackageFeed.Version}.yaml"))
            .Should().Be(File.ReadAllText(feed.Repository.Contract));
        Directory.GetFiles(feed.Scratch.File("origin.git", "refs", "tags")).Select(Path.GetFileName).Should().Equal(Tag);
    }

    [Fact]
    public async Task The_history_has_a_section_for_each_contract_that_was_released_and_for_no_other()
    {
        var history = await File.ReadAllLinesAsync(Path.Combine(BuildFacts.RepositoryRoot, "CHANGELOG.md"));
        var released = Directory.GetFiles(Path.Combine(BuildFacts.RepositoryRoot, "openapi", "released"), "contacts-*.yaml")
            .Select(file => Path.GetFileNameWithoutExtension(file)["contacts-".Length..]);

        var sections = history.Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        sections.Should().StartWith("## [Unreleased]");
        sections.Skip(1).Select(line => line.Split('[', ']')[1]).Should()
            .BeEquivalentTo(released, "what was not published has no section");
    }

    [Fact]
    public async Task Packing_the_tag_again_elsewhere_gives_equal_files()
    {
        var clone = feed.Scratch.File("elsewhere", "in", "a-folder-with-another-name");

        await feed.Release.PackAgainAsync(Tag, clone);

        foreach (var project in _projects)
        {
            Code(Again(project, "nupkg")).Should().NotBeEmpty().And.Equal(Code(feed.Package(project)));
            Code(Again(project, "snupkg")).Should().NotBeEmpty().And.Equal(Code(feed.Symbols(project)));
        }

        PackageFile Again(string project, string extension) =>
            new(Path.Combine(clone, "artifacts", "packages", $"{project}.{PackageFeed.Version}.{extension}"));
    }

    // Each assembly, its documentation and its symbols, with all its bytes.
    private static Dictionary<string, string> Code(PackageFile package) => package.Entries
        .Where(entry => Path.GetExtension(entry.Key) is ".dll" or ".xml" or ".pdb" && !entry.Key.StartsWith('['))
        .OrderBy(entry => entry.Key, StringComparer.Ordinal)
        .ToDictionary(entry => entry.Key, entry => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(entry.Value)));

    private static IEnumerable<string> Lines(string folder, string state) =>
        File.ReadAllLines(Path.Combine(folder, $"PublicAPI.{state}.txt")).Where(line => line != "#nullable enable");
}
