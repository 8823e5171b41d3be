using System.Text.RegularExpressions;
using Contacts.ContractTool;

namespace Contacts.Generated.Tests;

public sealed partial class ContractToolTests
{
    [Fact]
    public void A_good_contract_prints_nothing_and_exits_with_0()
    {
        var (exitCode, output, error) = RunOn(GoodContract.Text);

        (exitCode, output, error).Should().Be((0, "", ""));
    }

    [Fact]
    public void A_broken_contract_prints_a_line_for_each_finding_and_exits_with_1()
    {
        var (exitCode, output, _) = RunOn(
            GoodContract.Text.Replace("type: integer", "type: integr", StringComparison.Ordinal)
                .Replace("type: number", "type: numbr", StringComparison.Ordinal));

        exitCode.Should().Be(1);
        output.TrimEnd().Split('\n').Should().HaveCount(4).And.OnlyContain(line => Canonical().IsMatch(line.TrimEnd()));
    }

    [Theory]
    [InlineData("      summary: Gets a thing.\n", "", "CTR050")]
    [InlineData("          description: How many parts to return.\n", "", "CTR051")]
    [InlineData("          description: The id.\n", "", "CTR052")]
    [InlineData("      description: A thing.\n", "", "CTR053")]
    [InlineData("          example: no\n", "", "CTR045")]
    [InlineData("style: form", "x-author: me", "CTR070")]
    public void What_is_a_matter_of_style_is_a_warning_unless_warnings_are_errors(string old, string replacement, string code)
    {
        var text = BrokenContract.Replace(GoodContract.Text, old, replacement);

        var lenient = RunOn(text);
        var strict = RunOn(text, "--warnings-as-errors");

        lenient.ExitCode.Should().Be(0);
        lenient.Output.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().Contain($": warning {code}: ");
        strict.ExitCode.Should().Be(1);
        strict.Output.TrimEnd().Split('\n').Should().ContainSingle().Which.Should().Contain($": error {code}: ");
    }

    [Fact]
    public void An_error_beside_a_warning_stays_an_error()
    {
        var text = BrokenContract.Replace(
            BrokenContract.Replace(GoodContract.Text, "          example: no\n", ""), "type: integer, format: int32", "type: integr");

        var (exitCode, output, _) = RunOn(text);

        exitCode.Should().Be(1);
        output.Should().Contain("error CTR030").And.Contain("warning CTR045");
    }

    [Fact]
    public void Many_warnings_of_a_rule_are_counted_and_shown_when_they_are_errors()
    {
        var others = string.Concat(Enumerable.Range(1, 9).Select(static number => $"      x-other-{number}: 1\n"));
        var text = BrokenContract.Replace(GoodContract.Text, "      required: [id]", others + "      required: [id]");

        var lenient = RunOn(text).Output.TrimEnd().Split('\n');
        var strict = RunOn(text, "--warnings-as-errors").Output.TrimEnd().Split('\n');

        lenient.Should().HaveCount(6);
        lenient[^1].Should().Contain("And 4 more of CTR070");
        strict.Should().HaveCount(9);
    }

    [Fact]
    public void Names_of_hand_written_types_are_read_from_their_source_and_not_taken_again()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(folder, "Contacts"));
            File.WriteAllText(Path.Combine(folder, "Hand.cs"), "namespace A;\n\npublic sealed class Kind(int value);\n");
            File.WriteAllText(Path.Combine(folder, "Contacts", "Half.cs"), "namespace A;\n\npublic partial class Thing;\n");
            var output = Path.Combine(folder, "contract.json");

            RunOn(GoodContract.Text, ["normalize"], "--output", output, "--sdk", folder).ExitCode.Should().Be(0);

            var json = File.ReadAllText(output);
            json.Should().Contain("\"KindModel\"").And.Contain("\"Thing\": {").And.NotContain("\"ThingModel\"");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_same_contract_is_normalized_to_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var (first, second) = (Path.Combine(folder, "first.json"), Path.Combine(folder, "second.json"));

            RunOn(GoodContract.Text, ["normalize"], "--output", first).ExitCode.Should().Be(0);
            RunOn(GoodContract.Text, ["normalize"], "--output", second).ExitCode.Should().Be(0);

            File.ReadAllBytes(second).Should().Equal(File.ReadAllBytes(first));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_missing_file_is_a_finding_that_names_it()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

        var (exitCode, output, _) = Run("check", path);

        exitCode.Should().Be(1);
        output.Should().StartWith($"{path}(1,1): error CTR001: The contract does not exist");
    }

    [Fact]
    public void A_directory_in_place_of_the_file_is_a_finding() =>
        Run("check", Path.GetTempPath()).Output.Should().Contain("(1,1): error CTR001: The contract cannot be read");

    [Fact]
    public void A_file_that_is_not_UTF8_is_a_finding()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [0x6F, 0xE9, 0x3A, 0x20]);

            Run("check", path).Output.Should().Contain("error CTR001: The contract is not UTF-8");
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("say what to do")]
    [InlineData("'validate' is no command", "validate", "a.yaml")]
    [InlineData("check needs the contract's file", "check")]
    [InlineData("check takes one file", "check", "a.yaml", "b.yaml")]
    [InlineData("'--strict' is no option of check", "check", "a.yaml", "--strict")]
    [InlineData("--sdk needs a path", "check", "a.yaml", "--sdk")]
    [InlineData("'--output' is no option of check", "check", "a.yaml", "--output", "b.json")]
    [InlineData("normalize needs --output", "normalize", "a.yaml")]
    public void Wrong_usage_says_what_is_wrong_and_exits_with_2(string problem, params string[] arguments)
    {
        var (exitCode, output, error) = Run(arguments);

        exitCode.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().Contain(problem).And.Contain("Usage: contract-tool check");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("check", "-h")]
    public void The_help_documents_every_rule_and_extension(params string[] arguments)
    {
        var (exitCode, output, _) = Run(arguments);

        exitCode.Should().Be(0);
        output.Should().ContainAll(RuleBook.All.Select(rule => rule.Code)).And.ContainAll(OpenApiSpecification.Extensions.Keys);
    }

    private static (int ExitCode, string Output, string Error) RunOn(string text, params string[] options) =>
        RunOn(text, ["check"], options);

    private static (int ExitCode, string Output, string Error) RunOn(string text, string[] command, params string[] options)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            return Run([.. command, path, .. options]);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = CommandLine.Run(arguments, output, error);
        return (exitCode, output.ToString(), error.ToString());
    }

    [GeneratedRegex(@"^.+\(\d+,\d+\): (error|warning) CTR\d{3}: \S.*\.$")]
    private static partial Regex Canonical();
}
