using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Failures;

public sealed class SecretTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();

    public void Dispose() => _emulator.Dispose();

    [Theory]
    [InlineData(0, "list", "--verbose")]
    [InlineData(0, "doctor", "--verbose")]
    [InlineData(2, "list", "--api-key", CliRunner.ApiKey)]
    [InlineData(2, "list", "--api-key=" + CliRunner.ApiKey)]
    [InlineData(2, "list", "--access-token", CliRunner.ApiKey)]
    [InlineData(2, "list", "--bearer-token", CliRunner.ApiKey)]
    [InlineData(2, "list", CliRunner.ApiKey)]
    [InlineData(2, CliRunner.ApiKey)]
    [InlineData(2, "list", "--api-key-file", CliRunner.ApiKey)]
    [InlineData(2, "doctor", "--api-key-file", CliRunner.ApiKey)]
    public async Task A_secret_is_never_printed(int exitCode, params string[] args)
    {
        var result = await new CliRunner(_emulator) { TerminalWidth = 80 }.RunAsync(args);

        result.ExitCode.Should().Be(exitCode, result.Error);
        (result.Output + result.Error).Should().NotBeEmpty().And.NotContain(CliRunner.ApiKey);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(500)]
    public async Task A_service_that_is_asked_for_much_and_refuses_does_not_make_it_print_one(int status)
    {
        _emulator.FailNext(null, EmulatorFault.Status(status, body: """{"message":"The API key is not valid"}"""), times: 2);

        (await new CliRunner(_emulator).RunAsync("list", "--verbose", "--retries", "0")).Error.Should().NotContain(CliRunner.ApiKey);
        (await new CliRunner(_emulator).RunAsync("doctor", "--retries", "0")).Output.Should().NotContain(CliRunner.ApiKey);
    }

    [Fact]
    public async Task Verbose_tells_each_attempt_with_time_and_request_id_and_no_id_of_a_contact()
    {
        _emulator.FailNext(null, EmulatorFault.Status(503, TimeSpan.Zero));
        var id = _emulator.Contacts[0].Id;

        var result = await new CliRunner(_emulator).RunAsync("get", id, "--verbose");

        result.ExitCode.Should().Be(0);
        result.Error.Should().NotContain(id);
        result.Error.Should().MatchRegex(@"\* get: GET \S*\{contactId\} ended with 503 after [\d.]+ ms \(attempt 1, request id \w+\)");
        result.Error.Should().MatchRegex(@"\* get: GET \S*\{contactId\} ended with 200 after [\d.]+ ms \(attempt 2, request id \w+\)");
    }
}
