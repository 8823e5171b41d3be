using Contacts.Cli.Tests.Support;

namespace Contacts.Cli.Tests.Processes;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("contacts notif", "notifications")]
    [InlineData("contacts list --output ", "ndjson")]
    [InlineData("contacts help con", "connection")]
    public async Task Bash_completes_with_the_script_and_nothing_else(string line, string expected)
    {
        var (exitCode, output, error) = await CliProcess.RunShellAsync(
            emulator: null,
            $"source <(contacts completion bash); COMP_LINE='{line}' COMP_POINT={line.Length}; _contacts; "
            + "echo \"${COMPREPLY[@]}\"");

        (exitCode, error).Should().Be((0, ""));
        output.Split(' ', '\n').Should().Contain(expected);
    }

    [Theory]
    [InlineData("zsh", "compdef _contacts contacts")]
    [InlineData("fish", "complete -c contacts")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName contacts")]
    public async Task Other_shells_have_theirs(string shell, string expected) =>
        (await new CliRunner().RunAsync("completion", shell)).Output.Should().Contain(expected).And.Contain("[suggest:");

    [Fact]
    public async Task Another_shell_is_a_usage_error()
    {
        var result = await new CliRunner().RunAsync("completion", "tcsh");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("bash").And.Contain("pwsh");
    }
}
