using Contacts.Cli.Connection;
using Contacts.Cli.Hosting;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Connection;

public sealed class ConnectionTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _emulator.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("IMBRACE_API_KEY", "x-api-key")]
    [InlineData("IMBRACE_ACCESS_TOKEN", "x-access-token")]
    public async Task The_environment_is_read(string variable, string header)
    {
        var cli = new CliRunner(_emulator)
            .With("IMBRACE_API_KEY", null).With(variable, " acc_test ").With("IMBRACE_ORGANIZATION_ID", "org_test");

        (await cli.RunAsync("list")).ExitCode.Should().Be(0);

        _emulator.Requests[^1].Headers[header].Should().Be("acc_test");
        _emulator.Requests[^1].Headers["x-organization-id"].Should().Be("org_test");
    }

    [Theory]
    [InlineData("--api-key-file", "x-api-key", "api_file")]
    [InlineData("--access-token-file", "x-access-token", "acc_file")]
    [InlineData("--bearer-token-file", "Authorization", "eyJhbGciOiJub25lIn0.e30.c2ln")]
    public async Task A_file_wins_over_the_environment(string option, string header, string secret)
    {
        var result = await new CliRunner(_emulator)
            .RunAsync("list", option, _folder.Write("secret", secret + "\n"), "--organization", "org_option");

        result.ExitCode.Should().Be(0, result.Error);
        var headers = _emulator.Requests[^1].Headers;
        headers[header].Should().EndWith(secret);
        headers["x-organization-id"].Should().Be("org_option");
        headers.Values.Should().NotContain(CliRunner.ApiKey);
    }

    [Theory]
    [InlineData("eyJhbGciOiJub25lIn0.e30.c2ln", "org_test", "Authorization", "Bearer ")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.", "org_test", "Authorization", "Bearer ")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.c2ln", null, "x-access-token", "", ExitCode.Authentication)]
    [InlineData("eyJhbGciOiJub25lIn0.e30.c2ln", " ", "x-access-token", "", ExitCode.Authentication)]
    [InlineData("eyJhbGciOiJub25lIn0.e30", "org_test", "x-access-token", "")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.a.b.c", "org_test", "x-access-token", "")]
    [InlineData("acc.e30.c2ln", "org_test", "x-access-token", "")]
    public async Task A_JWT_with_an_organization_goes_out_as_a_bearer_token(
        string token, string? organization, string header, string scheme, int exitCode = ExitCode.Success)
    {
        var cli = new CliRunner(_emulator).With("IMBRACE_ORGANIZATION_ID", organization);

        var fromFile = await cli.RunAsync("list", "--access-token-file", _folder.Write("secret", token + "\n"));
        var fromVariable = await cli.With("IMBRACE_API_KEY", null).With("IMBRACE_ACCESS_TOKEN", $" {token}\n").RunAsync("list");

        (fromFile.ExitCode, fromVariable.ExitCode).Should().Be((exitCode, exitCode), fromFile.Error + fromVariable.Error);
        _emulator.Requests.Should().HaveCount(2).And.OnlyContain(request => request.Headers[header] == scheme + token);
    }

    [Fact]
    public async Task An_API_key_stays_one_whatever_it_looks_like()
    {
        await new CliRunner(_emulator).With("IMBRACE_API_KEY", "eyJa.b.c").With("IMBRACE_ORGANIZATION_ID", "org_test").RunAsync("list");

        _emulator.Requests[^1].Headers["x-api-key"].Should().Be("eyJa.b.c");
    }

    [Theory]
    [InlineData(64 * 1024, 0)]
    [InlineData((64 * 1024) + 1, 2)]
    public async Task A_file_that_is_far_too_large_is_not_read_to_its_end(int length, int exitCode)
    {
        var path = _folder.Write("secret", "api_key" + new string('\n', length - "api_key".Length));

        var result = await new CliRunner(_emulator).RunAsync("list", "--api-key-file", path);

        result.ExitCode.Should().Be(exitCode, result.Error);
        result.Error.Contains("larger than 64 KiB", StringComparison.Ordinal).Should().Be(exitCode == 2);
    }

    [Theory]
    [InlineData("<(echo api_key)")]
    [InlineData("/dev/stdin <<<api_key")]
    public async Task A_pipe_can_hold_the_secret(string pipe)
    {
        var result = await CliProcess.RunShellAsync(_emulator, "contacts list --limit 1 --api-key-file " + pipe);

        result.ExitCode.Should().Be(0, result.Error);
        _emulator.Requests.Should().ContainSingle().Which.Headers["x-api-key"].Should().Be("api_key");
    }

    [Fact]
    public async Task A_device_that_never_ends_is_not_read_to_its_end() =>
        (await CliProcess.RunShellAsync(_emulator, "contacts list --api-key-file /dev/zero")).ExitCode.Should().Be(2);

    [Fact]
    public async Task Two_credentials_are_an_error_that_names_both()
    {
        var file = _folder.Write("secret", "x");

        (await new CliRunner(_emulator).With("IMBRACE_ACCESS_TOKEN", "acc_test").RunAsync("list")).Should()
            .Match<CliResult>(result => result.ExitCode == 2 && result.Error.Contains("IMBRACE_API_KEY and IMBRACE_ACCESS_TOKEN"));
        (await new CliRunner(_emulator).RunAsync("list", "--api-key-file", file, "--access-token-file", file)).Should()
            .Match<CliResult>(result => result.ExitCode == 2 && result.Error.Contains("--api-key-file and --access-token-file"));
    }

    [Fact]
    public async Task A_JWT_without_an_organization_is_an_error_that_names_what_to_give()
    {
        var result = await new CliRunner(_emulator).RunAsync("list", "--bearer-token-file", _folder.Write("secret", "aaa.bbb.ccc"));

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("Set --organization or IMBRACE_ORGANIZATION_ID.").And.NotContain("aaa");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("two words")]
    public async Task A_file_that_holds_no_secret_is_an_error(string content)
    {
        var result = await new CliRunner(_emulator).RunAsync("list", "--api-key-file", _folder.Write("secret", content));

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("must hold the secret and nothing else");
    }

    [Fact]
    public void Every_gateway_of_the_contract_has_a_name()
    {
        var gateways = typeof(ContactsGateways).GetProperties();

        gateways.Should().NotBeEmpty();
        foreach (var gateway in gateways)
        {
            GatewayAddress.Of(gateway.Name.ToLowerInvariant(), static _ => null).Address.Should().Be((Uri)gateway.GetValue(null)!);
        }
    }

    [Fact]
    public async Task An_option_wins_over_the_address_of_the_environment()
    {
        var cli = new CliRunner(_emulator).With("IMBRACE_GATEWAY_URL", "http://127.0.0.1:1");

        (await cli.RunAsync("list", "--gateway", _emulator.GatewayUrl.AbsoluteUri)).ExitCode.Should().Be(0);
    }

    [Fact]
    public async Task Without_an_address_the_way_to_one_is_told()
    {
        var result = await new CliRunner(_emulator).With("IMBRACE_GATEWAY_URL", " ").RunAsync("list");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--gateway").And.Contain("IMBRACE_GATEWAY_URL").And.Contain("contacts emulator");
    }

    [Theory]
    [InlineData("webapp", "display_name")]
    [InlineData("vendorsdk", "name")]
    public async Task The_dialect_decides_how_a_change_is_written(string dialect, string field)
    {
        await new CliRunner(_emulator).RunAsync("update", _emulator.Contacts[0].Id, "--set", "name=x", "--dialect", dialect);

        _emulator.Requests[^1].Body.Should().Be($$"""{"{{field}}":"x"}""");
    }
}
