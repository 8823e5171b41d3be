using System.Text.RegularExpressions;

namespace Contacts.Generated.PackageTests;

/// <summary>What CONTRIBUTING.md tells people to type is run, and so is known to work.</summary>
public sealed partial class HandbookTests
{
    // Its commands are what makes the packages of these tests.
    private const string Releasing = "Releasing";

    // It has none.
    private const string Map = "The map";

    public static TheoryData<string> OtherSections => [.. Handbook.Sections.Where(section => section is not (Releasing or Map))];

    [Theory]
    [MemberData(nameof(OtherSections))]
    public void Each_command_is_a_step_of_CI(string section)
    {
        var script = Read(".ci", "run");

        Handbook.Commands(section).Should().NotBeEmpty().And.OnlyContain(command => command == ".ci/run" || script.Contains(command));
    }

    [Fact]
    public void The_sections_that_a_newcomer_looks_for_are_there() =>
        Handbook.Sections.Should().ContainInOrder("Building and testing", "Changing the contract", Releasing);

    [Fact]
    public void The_workflow_runs_what_a_person_runs_with_actions_of_a_pinned_commit_and_no_more_rights_than_it_needs()
    {
        var workflow = Read(".github", "workflows", "ci.yml");

        Runs().Matches(workflow).Select(run => run.Groups[1].Value).Should().Equal(".ci/run");
        Uses().Matches(workflow).Select(use => use.Groups[1].Value).Should().NotBeEmpty()
            .And.AllSatisfy(action => action.Should().MatchRegex(@"^actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$"));
        workflow.Should().Contain("persist-credentials: false")
            .And.Contain("permissions:\n  contents: read\n").And.NotContain("write").And.NotContain("secrets.");
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([BuildFacts.RepositoryRoot, .. path]));

    [GeneratedRegex(@"\brun: *(.*)")]
    private static partial Regex Runs();

    [GeneratedRegex(@"\buses: *(.*)")]
    private static partial Regex Uses();
}
