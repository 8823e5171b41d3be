using System.CommandLine;
using Contacts.Cli.Tests.Support;

namespace Contacts.Cli.Tests.Commands;

public sealed class HelpTests
{
    public static TheoryData<string> Paths => [.. All(Root(), "")];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task The_help_is_as_it_was_read_last_and_fits_80_columns(string path)
    {
        var result = await new CliRunner().RunAsync([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        result.ExitCode.Should().Be(0);
        result.Error.Should().BeEmpty();
        // The library names the program that runs, here the tests' host.
        Golden.Check(Name(path), result.Output.Replace(RootCommand.ExecutableName, "contacts", StringComparison.Ordinal));
        result.OutputLines.Where(static line => !line.Contains("https://", StringComparison.Ordinal))
            .Should().OnlyContain(line => line.TrimEnd().Length <= 80);
    }

    [Fact]
    public void Every_golden_help_is_of_a_command() =>
        Golden.Names.Where(static name => name.StartsWith("help", StringComparison.Ordinal))
            .Should().BeEquivalentTo(All(Root(), "").Select(Name));

    [Fact]
    public async Task Help_is_given_although_an_argument_is_missing() =>
        (await new CliRunner().RunAsync("get", "-h")).ExitCode.Should().Be(0);

    [Fact]
    public async Task The_version_is_told() => (await new CliRunner().RunAsync("--version")).Output.Should().MatchRegex(@"^\d+\.\d+\.\d+");

    [Theory]
    [InlineData("[suggest:12]", "contacts not", "notifications")]
    [InlineData("[suggest:23]", "contacts list --output ", "ndjson")]
    [InlineData("[suggest:24]", "contacts list --gateway ", "develop")]
    public async Task The_shell_completes_commands_and_values(string directive, string line, string expected) =>
        (await new CliRunner().RunAsync(directive, line))
            .Output.Split('\n').Select(static suggestion => suggestion.TrimEnd()).Should().Contain(expected);

    private static RootCommand Root() => CommandLine.Commands(new CliRunner().HostOf(Stream.Null, TextWriter.Null));

    private static string Name(string path) => ("help " + path).TrimEnd().Replace(' ', '-');

    private static IEnumerable<string> All(Command command, string path) =>
        command.Subcommands.Where(static subcommand => !subcommand.Hidden)
            .SelectMany(subcommand => All(subcommand, (path + " " + subcommand.Name).TrimStart())).Prepend(path);
}
