using System.Text.RegularExpressions;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Doctor;

public sealed partial class DoctorTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();

    public void Dispose() => _emulator.Dispose();

    [Fact]
    public async Task All_is_well()
    {
        var result = await new CliRunner(_emulator).RunAsync("doctor");

        (result.ExitCode, result.Error).Should().Be((0, ""));
        Golden.Check("doctor", Varying()
            .Replace(result.Output.Replace(_emulator.GatewayUrl.AbsoluteUri.TrimEnd('/'), "GATEWAY", StringComparison.Ordinal), "N ms"));
        _emulator.Requests.Should().NotBeEmpty().And.OnlyContain(request => request.Method == "GET");
    }

    [Theory]
    [InlineData(ContactsDialect.WebApp, "webapp", "ok      dialect")]
    [InlineData(ContactsDialect.WebApp, "vendorsdk", "warn    dialect")]
    [InlineData(ContactsDialect.VendorSdk, "webapp", "warn    dialect")]
    [InlineData(ContactsDialect.VendorSdk, "vendorsdk", "ok      dialect")]
    public async Task The_dialect_of_the_responses_decides_what_to_paste(ContactsDialect answers, string configured, string finding)
    {
        await using var emulator = ContactsEmulator.Start(options => options.Dialect = answers);

        var result = await new CliRunner(emulator).RunAsync("doctor", "--dialect", configured);

        result.ExitCode.Should().Be(0);
        result.Output.Should().Contain(finding)
            .And.Contain($"export IMBRACE_GATEWAY_URL='{emulator.GatewayUrl.AbsoluteUri.TrimEnd('/')}'")
            .And.Contain($"--dialect {answers.ToString().ToLowerInvariant()}")
            .And.Contain($"Dialect = ContactsDialect.{answers} ");
    }

    [Fact]
    public async Task A_clock_that_is_wrong_is_a_warning()
    {
        var result = await new CliRunner(_emulator) { Clock = new OffsetClock(TimeSpan.FromMinutes(-12)) }.RunAsync("doctor");

        result.ExitCode.Should().Be(0);
        result.Output.Should().MatchRegex("warn    clock .* 1[12](\\.\\d)? min behind the service");
    }

    [Theory]
    [InlineData(401, 4, "credential")]
    [InlineData(403, 4, "credential")]
    [InlineData(503, 1, "reachability")]
    public async Task What_fails_is_named_and_decides_the_code(int status, int exitCode, string subject)
    {
        _emulator.FailNext(null, EmulatorFault.Status(status));

        var result = await new CliRunner(_emulator).RunAsync("doctor", "--retries", "0");

        result.ExitCode.Should().Be(exitCode);
        result.OutputLines[^1].Should().StartWith($"failed  {subject} ");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_3()
    {
        using var port = new ClosedPort();

        var result = await new CliRunner(_emulator).With("IMBRACE_GATEWAY_URL", port.Address).RunAsync("doctor", "--retries", "0");

        result.ExitCode.Should().Be(3);
        result.OutputLines[^1].Should().StartWith("failed  reachability ");
    }

    [Theory]
    [InlineData("IMBRACE_GATEWAY_URL", 2)]
    [InlineData("IMBRACE_API_KEY", 4)]
    public async Task What_is_not_set_is_found_before_anything_is_sent(string variable, int exitCode)
    {
        var result = await new CliRunner(_emulator).With(variable, null).RunAsync("doctor");

        result.ExitCode.Should().Be(exitCode);
        result.OutputLines.Should().ContainSingle().Which.Should().StartWith("failed  configuration ").And.Contain(variable);
        _emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("http://proxy.example:3128", "proxy.example:3128")]
    [InlineData("http://somebody:secret@proxy.example", "proxy.example:80")]
    [InlineData("socks5://somebody:secret@[::1]:1080", "[::1]:1080")]
    public async Task The_proxy_in_use_is_named_without_its_credential(string proxy, string named)
    {
        var result = await new CliRunner(_emulator)
        { ProxyFor = address => address == _emulator.GatewayUrl ? new Uri(proxy) : null }.RunAsync("doctor");

        result.ExitCode.Should().Be(0);
        result.Output.Should()
            .Contain($"ok      configuration   through the proxy {named}, ").And.NotContain("secret").And.NotContain("somebody");
    }

    [Theory]
    [InlineData("acc_test", null, "x-access-token, no organization")]
    [InlineData("acc_test", "org_test", "x-access-token, organization of IMBRACE_ORGANIZATION_ID")]
    [InlineData("eyJaa.bb.cc", null, "x-access-token, no organization")]
    [InlineData("eyJaa.bb.cc", "org_test", "Authorization: Bearer, organization of IMBRACE_ORGANIZATION_ID")]
    public async Task The_header_of_the_credential_is_named(string token, string? organization, string named)
    {
        var cli = new CliRunner(_emulator)
            .With("IMBRACE_API_KEY", null).With("IMBRACE_ACCESS_TOKEN", token).With("IMBRACE_ORGANIZATION_ID", organization);

        (await cli.RunAsync("doctor"))
            .Output.Should().Contain("credential of IMBRACE_ACCESS_TOKEN, sent as " + named).And.NotContain(token);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("listNotifications")]
    public async Task A_body_that_never_ends_is_under_the_time_limit(string operation)
    {
        _emulator.FailNext(operation, EmulatorFault.StalledBody);

        var result = await new CliRunner(_emulator).RunAsync("doctor", "--timeout", "1", "--retries", "0");

        result.ExitCode.Should().Be(3);
        result.OutputLines[^1].Should().StartWith("failed  ").And.Contain("within 1 s");
    }

    [Theory]
    [InlineData("""{"data":[],"has_more":true}""")]
    [InlineData("""{"data":[],"page":1,"count":7}""")]
    [InlineData("""{"data":[],"has_more":true,"count":7,"page":1}""")]
    public async Task A_page_that_tells_the_SDK_nothing_tells_the_doctor_nothing(string page)
    {
        _emulator.FailNext(null, EmulatorFault.Status(200, body: page), times: 2);

        (await new CliRunner(_emulator).RunAsync("doctor")).Output.Should().Contain("the marks of neither dialect");
    }

    [Fact]
    public async Task Nothing_is_asked_that_the_SDK_does_not_read_under_its_limits()
    {
        await new CliRunner(_emulator).RunAsync("doctor");

        _emulator.Requests.Select(static request => request.Operation).Should().Equal("list", "listNotifications");
    }

    [GeneratedRegex(@"\d+ ms")]
    private static partial Regex Varying();
}
