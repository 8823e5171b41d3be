using Contacts.Cli.Tests.Support;
using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Processes;

public sealed class EmulatorCommandTests
{
    [Theory]
    [InlineData("HUP")]
    [InlineData("INT")]
    [InlineData("QUIT")]
    [InlineData("TERM")]
    public async Task The_emulator_says_where_it_listens_and_ends_quietly_on_a_signal(string signal)
    {
        using var cli = CliProcess.Start("emulator", "--port", "0", "--contacts", "3");
        var line = await cli.Output.ReadLineAsync();
        line.Should().MatchRegex(@"^Listening on http://127\.0\.0\.1:\d+$");
        var client = new ContactsClient(new ContactsClientOptions { GatewayUrl = new Uri(line!.Split(' ')[^1]), ApiKey = "any" });
        (await client.ListAsync()).Total.Should().Be(3);
        (await cli.Output.ReadLineAsync()).Should().StartWith("Open it in a browser");

        await cli.SignalAsync(signal);

        var (exitCode, output, error) = await cli.EndAsync();
        exitCode.Should().Be(0);
        (output + error).Should().BeEmpty();
    }

    [Fact]
    public async Task It_plays_an_older_gateway_and_an_older_service()
    {
        using var cli = CliProcess.Start("emulator", "--older-gateway", "--older-service");
        var address = new Uri((await cli.Output.ReadLineAsync())!.Split(' ')[^1]);
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.BaseAddress = new Uri(address, "/channel-service/v1/");
        http.DefaultRequestHeaders.Add("x-api-key", CliRunner.ApiKey);
        using var dismissal = new HttpRequestMessage(HttpMethod.Delete, new Uri("notifications/dismiss", UriKind.Relative))
        {
            Content = new StringContent("[\"not_1\"]", null, "application/json"),
        };

        using var dismissed = await http.SendAsync(dismissal);
        using var unknown = await http.GetAsync(new Uri("contacts/con_unknown", UriKind.Relative));

        ((int)dismissed.StatusCode, (int)unknown.StatusCode).Should().Be((400, 400));
        (await unknown.Content.ReadAsStringAsync()).Should().Be("""{"message":"Not Found"}""");
    }

    [Fact]
    public async Task A_port_in_use_is_a_failure_that_names_it()
    {
        await using var emulator = ContactsEmulator.Start();
        var port = emulator.GatewayUrl.Port.ToString(System.Globalization.CultureInfo.InvariantCulture);

        var (exitCode, output, error) = await CliProcess.RunAsync("emulator", "--port", port);

        exitCode.Should().Be(1);
        output.Should().BeEmpty();
        error.Should().StartWith($"contacts: Port {port} ").And.NotContain("   at ");
    }

    [Fact]
    public async Task It_also_answers_to_the_name_that_the_help_does_not_list()
    {
        var (exitCode, _, error) = await CliProcess.RunAsync("sandbox", "--port", "70000");

        exitCode.Should().Be(2);
        error.Should().StartWith("contacts: --port must be ");
    }

    [Theory]
    [InlineData("--port", "70000")]
    [InlineData("--contacts", "many")]
    [InlineData("--seed", "one")]
    [InlineData("--dialect", "klingon")]
    public async Task A_value_that_cannot_be_is_a_usage_error_that_names_it(string option, string value)
    {
        var (exitCode, _, error) = await CliProcess.RunAsync("emulator", option, value);

        exitCode.Should().Be(2);
        error.Should().StartWith($"contacts: {option} must be ");
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("emulator")]
    public async Task Help_explains_the_options(string command)
    {
        var (exitCode, output, _) = await CliProcess.RunAsync(command, "--help");

        exitCode.Should().Be(0);
        output.Should().Contain($"contacts {command} [options]").And.Contain("--dialect <webapp|vendorsdk>");
    }
}
