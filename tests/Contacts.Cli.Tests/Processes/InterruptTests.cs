using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Processes;

public sealed class InterruptTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start(static options => options.Contacts = 400);
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _emulator.Dispose();
        _folder.Dispose();
    }

    public static TheoryData<string, int> Signals => new() { { "HUP", 129 }, { "INT", 130 }, { "QUIT", 131 }, { "TERM", 143 } };

    [Theory]
    [MemberData(nameof(Signals))]
    public async Task An_interrupted_watch_ends_with_the_code_of_the_signal(string signal, int exitCode)
    {
        using var cli = CliProcess.Start(_emulator, "notifications", "watch", "--include-existing");
        (await cli.Output.ReadLineAsync()).Should().StartWith("{");

        await cli.SignalAsync(signal);

        var result = await cli.EndAsync();
        (result.ExitCode, result.Error).Should().Be((exitCode, ""));
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public async Task An_interrupted_export_leaves_no_half_file(string signal, int exitCode)
    {
        _emulator.FailNext("exportCsv", EmulatorFault.StalledBody);
        var path = _folder.At("contacts.csv");
        using var cli = CliProcess.Start(_emulator, "export", "--output-file", path);
        await cli.UntilAsync(() => _emulator.Requests.Count > 0);

        await cli.SignalAsync(signal);

        (await cli.EndAsync()).Should().Be(new CliResult(exitCode, "", ""));
        _folder.Files.Should().BeEmpty();
    }

    [Fact]
    public async Task A_signal_that_the_starter_ignores_is_ignored()
    {
        using var cli = CliProcess.StartShell(_emulator, "trap '' HUP; exec dotnet $CONTACTS notifications watch --include-existing");
        (await cli.Output.ReadLineAsync()).Should().StartWith("{");

        await cli.SignalAsync("HUP");
        await cli.SignalAsync("TERM");

        (await cli.EndAsync()).ExitCode.Should().Be(143);
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public async Task A_key_that_never_comes_does_not_hold_up_a_signal(string signal, int exitCode)
    {
        var pipe = _folder.At("key");
        using var cli = CliProcess.StartShell(
            _emulator, $"mkfifo '{pipe}'; echo ready; exec dotnet $CONTACTS list --api-key-file '{pipe}'");
        (await cli.Output.ReadLineAsync()).Should().Be("ready");
        await cli.UntilAsync(() => cli.HandlesSignals);

        await cli.SignalAsync(signal);

        (await cli.EndAsync()).Should().Be(new CliResult(exitCode, "", ""));
    }

    [Fact]
    public async Task A_list_that_was_killed_again_and_again_is_the_one_that_was_never_killed()
    {
        string Line(string name) =>
            $"exec dotnet $CONTACTS list --all --page-size 10 --pages-in-flight 2 --resume '{_folder.At(name + ".state")}' --output-file "
            + $"'{_folder.At(name)}'";
        (await CliProcess.RunShellAsync(_emulator, Line("whole"))).ExitCode.Should().Be(0);
        string[] signals = ["KILL", "TERM", "KILL", "HUP", "KILL", "INT", "KILL"];
        for (var run = 0; run < signals.Length; run++)
        {
            var before = _emulator.Requests.Count;
            _emulator.FailNext("list", EmulatorFault.Delay(TimeSpan.Zero), times: run + 1);
            _emulator.FailNext("list", EmulatorFault.Delay(Timeout.InfiniteTimeSpan));
            using var cli = CliProcess.StartShell(_emulator, Line("killed"));
            await cli.UntilAsync(() => _emulator.Requests.Count >= before + run + 2);
            await cli.SignalAsync(signals[run]);
            (await cli.EndAsync()).ExitCode.Should().BeGreaterThan(128);
        }

        (await CliProcess.RunShellAsync(_emulator, Line("killed"))).Should().Be(new CliResult(0, "", ""));

        File.ReadAllBytes(_folder.At("killed")).Should().Equal(File.ReadAllBytes(_folder.At("whole")));
        File.ReadLines(_folder.At("whole")).Should().HaveCount(400);
    }
}
