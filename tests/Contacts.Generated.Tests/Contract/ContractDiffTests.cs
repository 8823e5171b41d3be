using Contacts.ContractTool;

namespace Contacts.Generated.Tests;

/// <summary>What is said of a change of the contract: for the API, for C#, and for the version.</summary>
public sealed class ContractDiffTests
{
    [Fact]
    public void Equal_contracts_differ_in_nothing() =>
        new ContractComparer(Read(), Read()).Compare().Should().BeEmpty();

    [Fact]
    public void What_breaks_the_client_alone_asks_for_a_version_too()
    {
        var (code, output) = Run(
            GoodContract.Text, GoodContract.Text, new Change(ChangeKind.Breaking, "Thing.Id is gone", ChangeOf.Source));

        code.Should().Be(1);
        output.Should().Contain("  C#: Thing.Id is gone (breaks source; what is compiled still runs)").And.Contain("SemVer asks for 2.0.0");
    }

    [Fact]
    public void Clients_that_cannot_be_compared_are_an_error_that_says_why()
    {
        using var output = new StringWriter();
        var code = Run(GoodContract.Text, GoodContract.Text, output, (_, _) => throw new InvalidOperationException("NSwag failed."));

        code.Should().Be(1);
        output.ToString().Should().Contain("cannot be compared. NSwag failed.").And.NotContain("SemVer");
    }

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
            .Replace("- name: page_size\n", "- name: page_length\n", StringComparison.Ordinal)
            .Replace("version: 1.0.0", "version: " + version, StringComparison.Ordinal);

        var (code, output) = Run(GoodContract.Text, after);

        code.Should().Be(exitCode);
        output.Should().Contain("SemVer asks for 2.0.0").And.Contain("info.version is " + version);
    }

    [Fact]
    public void A_broken_contract_is_not_compared_and_says_why()
    {
        var (code, output) = Run(GoodContract.Text, GoodContract.Text.Replace("type: integer", "type: integr", StringComparison.Ordinal));

        code.Should().Be(1);
        output.Should().Contain("error CTR").And.NotContain("SemVer");
    }

    [Fact]
    public void A_warning_is_told_and_does_not_stop_the_comparison()
    {
        var (code, output) = Run(GoodContract.Text, GoodContract.Text.Replace("          example: no\n", "", StringComparison.Ordinal));

        code.Should().Be(0);
        output.Should().Contain("warning CTR045").And.Contain("Nothing changed.");
    }

    private static ContractTool.Contract Read() => new(ContractReader.Read(GoodContract.Text, new Findings(GoodContract.Path))!);

    private static (int Code, string Output) Run(string before, string after, params Change[] ofClients)
    {
        using var output = new StringWriter();
        return (Run(before, after, output, (_, _) => ofClients), output.ToString());
    }

    private static int Run(
        string before, string after, TextWriter output, Func<ContractMapping, ContractMapping, IReadOnlyList<Change>> compareClients)
    {
        var folder = Directory.CreateTempSubdirectory("contract-diff");
        try
        {
            var (older, newer) = (Path.Combine(folder.FullName, "older.yaml"), Path.Combine(folder.FullName, "newer.yaml"));
            File.WriteAllText(older, before);
            File.WriteAllText(newer, after);
            return DiffCommand.Run(["diff", older, newer], output, TextWriter.Null, compareClients);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
