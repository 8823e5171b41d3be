using Contacts.Cli.Failures;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Failures;

public sealed class ExitCodeTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();

    public void Dispose() => _emulator.Dispose();

    [Theory]
    [InlineData(400, 1, "Check the values")]
    [InlineData(401, 4, "credential")]
    [InlineData(403, 4, "scoped API key")]
    [InlineData(404, 1, "check the id")]
    [InlineData(409, 1, "read it again")]
    [InlineData(413, 1, "smaller file")]
    [InlineData(418, 1, "support")]
    [InlineData(429, 1, "wait")]
    [InlineData(500, 1, "Try again later")]
    [InlineData(503, 1, "Try again later")]
    public async Task A_status_decides_the_code_and_one_line_says_what_to_do(int status, int exitCode, string advice)
    {
        _emulator.FailNext(null, EmulatorFault.Status(status, body: """{"message":"The reason\nof \u001b[31mthe service"}"""));

        var result = await new CliRunner(_emulator).RunAsync("list", "--retries", "0");

        result.ExitCode.Should().Be(exitCode);
        result.Output.Should().BeEmpty();
        result.Error.Should().MatchRegex(@"^contacts: .*\(request id \w+\).*\n$")
            .And.Contain(advice).And.Contain($"{status}").And.NotContain("\e").And.Contain("The reason");
    }

    [Fact]
    public async Task Attempts_are_told()
    {
        _emulator.FailNext(null, EmulatorFault.Status(503, TimeSpan.Zero), times: 2);

        (await new CliRunner(_emulator).RunAsync("list", "--retries", "1")).Error.Should().Contain("(2 attempts, request id ");
    }

    [Fact]
    public async Task A_sign_in_page_is_no_answer()
    {
        _emulator.FailNext(null, EmulatorFault.Status(200, body: "<html><body>Sign in</body></html>"));

        var result = await new CliRunner(_emulator).RunAsync("list");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("sign-in page").And.NotContain("<html>");
    }

    [Fact]
    public async Task No_connection_is_3()
    {
        using var port = new ClosedPort();

        var result = await new CliRunner(_emulator).With("IMBRACE_GATEWAY_URL", port.Address).RunAsync("list", "--retries", "0");

        result.ExitCode.Should().Be(3);
        result.Error.Should().Contain("Connection refused").And.Contain("--gateway").And.Contain("contacts doctor");
    }

    [Fact]
    public async Task A_connection_that_breaks_is_3()
    {
        _emulator.FailNext(null, EmulatorFault.ConnectionReset);

        (await new CliRunner(_emulator).RunAsync("list", "--retries", "0")).ExitCode.Should().Be(3);
    }

    [Fact]
    public void A_time_limit_is_3_and_says_which_option_raises_it() =>
        Failure.Of(new ContactsTimeoutException(TimeSpan.FromSeconds(2)))!.Should().Match<Failure>(
            failure => failure.ExitCode == 3 && failure.Message!.Contains("within 2 s") && failure.Message.Contains("--timeout"));

    [Fact]
    public async Task No_credential_is_4_and_names_what_to_set()
    {
        var result = await new CliRunner(_emulator).With("IMBRACE_API_KEY", null).RunAsync("list");

        result.ExitCode.Should().Be(4);
        result.Error.Should().Contain("IMBRACE_API_KEY").And.Contain("--api-key-file");
    }

    [Fact]
    public async Task Cancelling_is_130_and_says_nothing()
    {
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();

        (await new CliRunner(_emulator).RunAsync(interrupt.Token, "list")).Should().Be(new CliResult(130, "", ""));
    }

    [Theory]
    [InlineData("did you mean list?", "lst")]
    [InlineData("did you mean --limit?", "list", "--limt", "3")]
    [InlineData("There is no command bogus.", "bogus")]
    [InlineData("There is no option --output; did you mean --output-file?", "export", "--output", "table")]
    [InlineData("There is no option --apikey.", "emulator", "--apikey=secret")]
    [InlineData("extra is one argument too many.", "list", "extra")]
    [InlineData("CONTACT_ID is missing: the id of the contact; - reads ids from stdin, one on each line.", "get")]
    [InlineData("--output needs a value: --output <table|json|ndjson|csv>.", "list", "-o")]
    [InlineData("--limit is given more than once.", "list", "--limit", "1", "--limit", "2")]
    [InlineData("--output must be table, json, ndjson or csv.", "list", "--output", "xml")]
    [InlineData("leave the option out", "list", "--sort", " ")]
    [InlineData("Give a command: list, read, dismiss, watch.", "notifications")]
    [InlineData("--dialect must be webapp or vendorsdk.", "list", "--dialect", "klingon")]
    [InlineData("There is no file at this path", "upload-avatar", "nowhere.png")]
    [InlineData("device", "export", "--output-file", "/dev/full")]
    [InlineData("--gateway must be", "list", "--gateway", "ftp://user:secret@example.com")]
    [InlineData("--gateway contains the service's path", "list", "--gateway", "http://127.0.0.1/channel-service/v1")]
    public async Task A_mistake_in_the_command_line_is_2_and_one_line(string told, params string[] args)
    {
        var result = await new CliRunner(_emulator).RunAsync([.. args.Where(static arg => arg.Length > 0)]);

        result.ExitCode.Should().Be(2);
        result.Output.Should().BeEmpty();
        result.Error.Should().MatchRegex(@"^contacts: .* See 'contacts[a-z -]* --help'\.\n$")
            .And.Contain(told).And.NotContain("secret").And.NotContain("(Parameter");
        _emulator.Requests.Should().BeEmpty();
    }
}
