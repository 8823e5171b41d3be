using System.Text.RegularExpressions;

namespace Contacts.Generated.PackageTests;

/// <summary>
/// Somebody changes the contract in a clone, builds, and looks: at the compiler, at the public surface, at the comparison.
/// </summary>
[Collection(RegenerationCopy.Name)]
public sealed partial class RegenerationTests(RegenerationCopy copy)
{
    private static readonly IReadOnlyList<ContractChange> _changes = ContractChanges.Of(
        File.ReadAllText(Path.Combine(BuildFacts.RepositoryRoot, "openapi", "contacts.yaml")));

    public static TheoryData<string> Changes => [.. _changes.Select(change => change.Name)];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_of_the_contract_alone_changes_the_client(string name)
    {
        var change = _changes.Single(one => one.Name == name);
        copy.Change(change);

        var build = await copy.BuildAsync();

        ShouldBreakOnly(change, [.. build.Errors.Where(error => !error.Contains(" RS00", StringComparison.Ordinal))]);
        ShouldBegin(SymbolsOf(build, "RS0016"), change.Appears);
        ShouldBegin(SymbolsOf(build, "RS0017"), change.Goes);
        var told = await copy.DiffAsync();
        told.Output.Should().ContainAll(change.Told).And.Contain($"SemVer asks for {change.Version}, but info.version is 1.0.0: raise it");
        told.ExitCode.Should().NotBe(0, "the version is too low");
    }

    /// <summary>What a user wrote before does not compile where that is expected; what they write now does, and so does the SDK.</summary>
    private static void ShouldBreakOnly(ContractChange change, List<string> errors)
    {
        if (change.Breaks is not { } breaks)
        {
            errors.Should().BeEmpty();
            return;
        }

        errors.Should().ContainSingle().Which.Should()
            .Contain($"{RegenerationCopy.ProbeName}({RegenerationCopy.LineOfOldCode},").And.Contain($"error {breaks.Error}:");
    }

    private static void ShouldBegin(List<string> symbols, IReadOnlyList<string> expected)
    {
        if (expected.Count == 0)
        {
            symbols.Should().BeEmpty();
        }

        foreach (var line in expected)
        {
            symbols.Should().Contain(symbol => symbol.StartsWith(line, StringComparison.Ordinal), "of {0}", line);
        }
    }

    private static List<string> SymbolsOf(CommandResult build, string rule) =>
        [.. build.Errors.Where(error => error.Contains($"error {rule}:", StringComparison.Ordinal))
            .Select(error => Symbol().Match(error).Groups[1].Value)];

    [GeneratedRegex("Symbol '(.*?)' is ")]
    private static partial Regex Symbol();
}
