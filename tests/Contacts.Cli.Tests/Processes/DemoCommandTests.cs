using System.Text.RegularExpressions;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;

namespace Contacts.Cli.Tests.Processes;

public sealed partial class DemoCommandTests
{
    [Theory]
    [InlineData("webapp")]
    [InlineData("vendorsdk")]
    public async Task The_demo_calls_every_operation_and_succeeds(string dialect)
    {
        var (exitCode, output, error) = await CliProcess.RunAsync("demo", "--dialect", dialect);

        exitCode.Should().Be(0, output + error);
        error.Should().BeEmpty();
        var lines = output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        var operations = typeof(ContactsOperations).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToArray();
        lines[..^1].Select(line => line.Split(' ')[0]).Should().BeEquivalentTo(operations);
        lines[..^1].Should().OnlyContain(line => Line().IsMatch(line));
        lines[..^1].Select(line => line.IndexOf(" ok ", StringComparison.Ordinal)).Distinct().Should().ContainSingle("columns are aligned");
        lines.Should().OnlyContain(line => line.Length <= 80);
        lines[^1].Should().MatchRegex($@"^{operations.Length} of {operations.Length} operations succeeded in \d+ ms\.$");
    }

    [Theory]
    [InlineData("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")]
    [InlineData("http_proxy", "https_proxy", "all_proxy")]
    public async Task The_demo_and_the_page_of_a_emulator_go_through_no_proxy(params string[] variables)
    {
        using var port = new ClosedPort();
        var environment = "export NO_PROXY=localhost " + string.Join(' ', variables.Select(variable => $"{variable}={port.Address}"));

        var demo = await CliProcess.RunShellAsync(null, environment + "; contacts demo");
        using var emulator = CliProcess.StartShell(null, environment + "; exec dotnet $CONTACTS emulator --port 0");
        var address = (await emulator.Output.ReadLineAsync())!.Split(' ')[^1];
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var page = await http.GetAsync(new Uri(address + "/openapi.json"));

        demo.ExitCode.Should().Be(0, demo.Output + demo.Error);
        page.IsSuccessStatusCode.Should().BeTrue();
        await emulator.SignalAsync("TERM");
        (await emulator.EndAsync()).ExitCode.Should().Be(0);
    }

    [GeneratedRegex(@"^\w+ +ok +\d+\.\d ms  \S")]
    private static partial Regex Line();
}
