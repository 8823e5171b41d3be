using Contacts.ContractTool;

namespace Contacts.Generated.Tests;

/// <summary>What is said of a change of the contract: for the API, for C#, and for the version.</summary>
public sealed class ContractDiffTests
{
    [Theory]
    [InlineData("description: The thing's id.", "description: The id of the thing.", ChangeKind.Text, "the description of the path parameter thingId of getThing says something else", null)]
    [InlineData("operationId: addThing", "operationId: putThing", ChangeKind.Breaking, "the operation addThing (POST /things) is gone", "ContactsClient.AddThingAsync is gone")]
    [InlineData("operationId: addThing", "operationId: putThing", ChangeKind.Addition, "the operation putThing (POST /things) is new", "ContactsClient.PutThingAsync is new: Task<void> PutThingAsync(Thing? input)")]
    [InlineData("- name: page_size\n", "- name: page_length\n", ChangeKind.Breaking, "the query parameter page_size of getThing is gone", "ContactsGetThingOptions.PageSize is gone")]
    [InlineData("- name: page_size\n", "- name: page_length\n", ChangeKind.Addition, "the query parameter page_length of getThing is new and optional", "ContactsGetThingOptions.PageLength is new")]
    [InlineData("schema: { type: integer, format: int32 }", "schema: { type: integer, format: int64 }", ChangeKind.Breaking, "the query parameter page_size of getThing is integer (int64) and was integer (int32)", "ContactsGetThingOptions.PageSize has another type")]
    [InlineData("schema: { type: integer, format: int32 }", "schema: { type: integer, format: int32, maximum: 9 }", ChangeKind.Breaking, "the query parameter page_size of getThing has the maximum 9", null)]
    public void A_change_is_told_for_the_API_and_for_CSharp(string before, string after, ChangeKind kind, string api, string? csharp) =>
        Compare(before, after).Changes.Should().ContainEquivalentOf(new Change(kind, api, csharp));

    [Fact]
    public void Equal_contracts_differ_in_nothing() =>
        Compare("openapi", "openapi").Changes.Should().BeEmpty();

    [Theory]
    [InlineData("1.2.3", ChangeKind.Breaking, "2.0.0")]
    [InlineData("1.2.3", ChangeKind.Addition, "1.3.0")]
    [InlineData("1.2.3", ChangeKind.Text, "1.2.4")]
    [InlineData("0.2.3", ChangeKind.Breaking, "0.3.0")]
    [InlineData("0.2.3", ChangeKind.Addition, "0.2.4")]
    public void SemVer_asks_for_a_version(string before, ChangeKind change, string required) =>
        SemanticVersion.Parse(before)!.Next(change).ToString().Should().Be(required);

    [Theory]
    [InlineData("1.0.0", 1)]
    [InlineData("1.9.0", 1)]
    [InlineData("2.0.0", 0)]
    public void A_version_that_is_too_low_fails(string version, int exitCode)
    {
        var after = GoodContract.Text
            .Replace("operationId: addThing", "operationId: putThing", StringComparison.Ordinal)
            .Replace("version: 1.0.0", "version: " + version, StringComparison.Ordinal);

        var (code, output) = Run(GoodContract.Text, after);

        code.Should().Be(exitCode);
        output.Should().Contain("SemVer asks for 2.0.0").And.Contain("info.version is " + version);
    }

    [Fact]
    public void A_broken_contract_is_not_compared_and_says_why()
    {
        var (code, output) = Run(GoodContract.Text, GoodContract.Text.Replace("int32", "int16", StringComparison.Ordinal));

        code.Should().Be(1);
        output.Should().Contain("error CTR").And.NotContain("SemVer");
    }

    private static ContractDiff Compare(string before, string after)
    {
        var text = GoodContract.Text.ReplaceLineEndings("\n");
        text.Should().Contain(before);
        return new ContractDiff(new(1, 0, 0), new(1, 0, 0), new ContractComparer(Read(text), Read(text.Replace(before, after, StringComparison.Ordinal))).Compare());
    }

    private static ContractTool.Contract Read(string text) =>
        ContractWalker.Walk(ContractReader.Read(text, new Findings(GoodContract.Path))!, []);

    private static (int Code, string Output) Run(string before, string after)
    {
        var folder = Directory.CreateTempSubdirectory("contract-diff");
        try
        {
            var (older, newer) = (Path.Combine(folder.FullName, "older.yaml"), Path.Combine(folder.FullName, "newer.yaml"));
            File.WriteAllText(older, before);
            File.WriteAllText(newer, after);
            using var output = new StringWriter();
            return (CommandLine.Run(["diff", older, newer], output, TextWriter.Null), output.ToString());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
