using System.Text.Json;
using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Processes;

public sealed class InterruptTests : IDisposable
{
    private readonly ContactsSandbox _sandbox = ContactsSandbox.Start(static options => options.Contacts = 400);
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _sandbox.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task An_interrupted_watch_ends_with_130(string signal)
    {
        using var cli = CliProcess.Start(_sandbox, "notifications", "watch", "--include-existing");
        (await cli.Output.ReadLineAsync()).Should().StartWith("{");

        await cli.SignalAsync(signal);

        var result = await cli.EndAsync();
        (result.ExitCode, result.Error).Should().Be((130, ""));
    }

    [Fact]
    public async Task An_interrupted_export_leaves_no_half_file()
    {
        _sandbox.FailNext("exportCsv", SandboxFault.StalledBody);
        var path = _folder.PathOf("contacts.csv");
        using var cli = CliProcess.Start(_sandbox, "export", "--output-file", path);
        await cli.UntilAsync(() => _sandbox.Requests.Count > 0);

        await cli.SignalAsync("INT");

        (await cli.EndAsync()).Should().Be(new CliResult(130, "", ""));
        _folder.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task A_list_that_was_killed_goes_on_and_loses_nothing()
    {
        var output = _folder.PathOf("contacts.ndjson");
        var state = _folder.PathOf("state.json");
        _sandbox.FailNext("list", SandboxFault.Delay(TimeSpan.Zero), times: 3);
        _sandbox.FailNext("list", SandboxFault.Delay(Timeout.InfiniteTimeSpan));
        var line = $"contacts list --all --page-size 10 --resume '{state}' >>'{output}'";
        using (var cli = CliProcess.StartShell(_sandbox, line.Replace("contacts list", "exec dotnet $CONTACTS list", StringComparison.Ordinal)))
        {
            await cli.UntilAsync(() => _sandbox.Requests.Count >= 4);
            await cli.SignalAsync("KILL");
            (await cli.EndAsync()).ExitCode.Should().Be(137);
        }

        File.Exists(state).Should().BeTrue();

        (await CliProcess.RunShellAsync(_sandbox, line)).ExitCode.Should().Be(0);

        var ids = File.ReadLines(output).Select(static item => JsonDocument.Parse(item).RootElement.GetProperty("id").GetString()).ToList();
        ids.Distinct().Should().HaveCount(400);
        ids.Should().HaveCountLessThanOrEqualTo(410, "at most the page that was under way comes again");
        File.Exists(state).Should().BeFalse();
    }
}
