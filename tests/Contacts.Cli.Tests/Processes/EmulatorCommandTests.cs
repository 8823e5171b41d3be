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
        var further = new[] { await Line(), await Line(), await Line(), await Line(), await Line() };
        further.Should().Equal(
            "Open it in a browser, or use it from another terminal:",
            "",
            "    export IMBRACE_GATEWAY_URL=" + line.Split(' ')[^1],
            "    export IMBRACE_API_KEY=api_emulator",
            "");

        await cli.SignalAsync(signal);

        var (exitCode, output, error) = await cli.EndAsync();
        exitCode.Should().Be(0);
        (output + error).Should().BeEmpty();

        Task<string?> Line() => cli.Output.ReadLineAsync();
    }

    [Fact]
    public async Task Planned_faults_and_delays_happen_and_each_request_is_a_line_without_what_it_searched_for()
    {
        using var cli = CliProcess.Start(
            "emulator", "--log", "--fail", "search=503x2", "--fail", "*=reset", "--delay", "1ms", "--delay", "search=20ms~10ms");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.BaseAddress = new Uri(new Uri((await cli.Output.ReadLineAsync())!.Split(' ')[^1]), "/channel-service/v1/");
        http.DefaultRequestHeaders.Add("x-api-key", CliRunner.ApiKey);

        var statuses = new List<int>();
        for (var request = 0; request < 2; request++)
        {
            using var response = await http.GetAsync(new Uri("contacts/_search?q=secret&type=text", UriKind.Relative));
            statuses.Add((int)response.StatusCode);
        }

        await http.Invoking(client => client.GetAsync(new Uri("contacts", UriKind.Relative))).Should().ThrowAsync<HttpRequestException>();
        using var last = await http.GetAsync(new Uri("contacts/con_unknown", UriKind.Relative));
        await cli.SignalAsync("TERM");
        var (_, output, _) = await cli.EndAsync();

        statuses.Should().Equal(503, 503);
        var lines = output.Split('\n').Where(line => line.Contains(" ms ")).Select(line => string.Join(' ', line.Split(' ',
            StringSplitOptions.RemoveEmptyEntries)[1..])).ToList();
        lines.Should().HaveCount(4);
        lines[0].Should().MatchRegex(@"^GET 503 search [\d.]+ ms /channel-service/v1/contacts/_search$");
        lines[2].Should().MatchRegex(@"^GET --- list [\d.]+ ms /channel-service/v1/contacts$");
        lines[3].Should().MatchRegex(@"^GET 404 get [\d.]+ ms /channel-service/v1/contacts/con_unknown$");
    }

    [Theory]
    [InlineData("--fail", "updat=503", "There is no operation \"updat\"; the nearest is \"update\", and * stands for all.")]
    [InlineData("--fail", "update=teapot", "A fault is a status from 400 to 599, reset, slow, stalled or truncated.")]
    [InlineData("--fail", "update=503x0", "A fault is a status")]
    [InlineData("--fail", "update", "A fault is a status")]
    [InlineData("--delay", "2", "A time is a number and ms, s or m, such as 250ms")]
    [InlineData("--delay", "list=1s~2s", "a jitter is not longer than the time")]
    [InlineData("--delay", "lst=1s", "the nearest is \"list\"")]
    [InlineData("--delay", "99999m", "A time is")]
    [InlineData("--host", "example.com", "--host must be an IP address, such as 127.0.0.1 or 0.0.0.0, or localhost.")]
    [InlineData("--path-prefix", "api", "--path-prefix must begin with a slash and not end with one, such as /api, or be empty.")]
    public async Task A_plan_that_cannot_be_is_a_usage_error_that_says_what_can(string option, string value, string advice)
    {
        var (exitCode, output, error) = await new CliRunner().RunAsync("emulator", option, value);

        exitCode.Should().Be(2);
        output.Should().BeEmpty();
        error.Should().StartWith($"contacts: {option} must").And.Contain(advice).And.NotContain("   at ");
    }

    [Fact]
    public async Task It_listens_below_a_prefix_and_limits_its_callers()
    {
        using var cli = CliProcess.Start(
            "emulator", "--path-prefix", "/api", "--rate-limit", "2", "--gateway-timeout", "--no-cors", "--no-jwt-checks");
        var address = (await cli.Output.ReadLineAsync())!.Split(' ')[^1];
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Add("x-api-key", CliRunner.ApiKey);

        var statuses = new List<int>();
        for (var request = 0; request < 3; request++)
        {
            using var response = await http.GetAsync(new Uri(address + "/channel-service/v1/contacts"));
            statuses.Add((int)response.StatusCode);
        }

        address.Should().EndWith("/api");
        statuses.Should().Equal(200, 200, 429);
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
