using System.CommandLine;
using System.Text.RegularExpressions;
using Contacts.Cli.Help;
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
        Golden.Check(Name(path), result.Output);
        result.OutputLines.Where(static line => !line.Contains("https://", StringComparison.Ordinal))
            .Should().OnlyContain(line => line.TrimEnd().Length <= 80);
    }

    [Fact]
    public void Every_golden_help_is_of_a_command() =>
        Golden.Names.Where(static name => name.StartsWith("help", StringComparison.Ordinal))
            .Should().BeEquivalentTo(
                [.. All(Root(), "").Select(Name), .. HelpTexts.Topics.Keys.Select(static topic => "help-topic-" + topic)]);

    [Theory]
    [InlineData("connection")]
    [InlineData("fields")]
    [InlineData("exit-codes")]
    public async Task A_topic_says_what_commands_have_in_common(string topic)
    {
        var result = await new CliRunner().RunAsync("help", topic);

        (result.ExitCode, result.Error).Should().Be((0, ""));
        Golden.Check("help-topic-" + topic, result.Output);
        result.OutputLines.Should().OnlyContain(line => line.TrimEnd().Length <= 80);
    }

    [Fact]
    public async Task Bare_and_by_its_name_help_is_the_same()
    {
        var bare = await new CliRunner().RunAsync();

        bare.ExitCode.Should().Be(0);
        (await new CliRunner().RunAsync("help")).Should().Be(bare);
        (await new CliRunner().RunAsync("--help")).Should().Be(bare);
        (await new CliRunner().RunAsync("help", "comments", "add"))
            .Should().Be(await new CliRunner().RunAsync("comments", "add", "--help"));
    }

    [Theory]
    [InlineData("ls", "did you mean list?")]
    [InlineData("edit", "did you mean update?")]
    [InlineData("auth", "did you mean login?")]
    [InlineData("notification", "did you mean notifications?")]
    [InlineData("frobnicate", "There are list, get,")]
    public async Task A_word_that_is_no_command_says_what_there_is_instead(string word, string advice)
    {
        foreach (var args in new[] { new[] { word }, ["help", word] })
        {
            var result = await new CliRunner().RunAsync(args);

            (result.ExitCode, result.Output).Should().Be((2, ""));
            result.Error.Should().StartWith($"contacts: There is no command {word}").And.Contain(advice).And.NotContain("sandbox");
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Each_command_has_two_examples_that_it_takes(string path)
    {
        HelpTexts.Examples.Should().ContainKey(path);
        HelpTexts.Examples[path].Should().HaveCount(2).And.AllSatisfy(example =>
        {
            example.Length.Should().BeLessThanOrEqualTo(78);
            var line = Regex.Match(example, "contacts ([^<>)|]*)").Groups[1].Value;
            line.Should().StartWith(path);
            Root().Parse(line, new ParserConfiguration { ResponseFileTokenReplacer = null }).Errors.Should().BeEmpty(example);
        });
    }

    [Fact]
    public async Task The_help_of_an_update_fits_a_terminal_of_24_lines() =>
        (await new CliRunner().RunAsync("update", "--help")).Output.Split('\n').Length.Should().BeLessThan(24);

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
