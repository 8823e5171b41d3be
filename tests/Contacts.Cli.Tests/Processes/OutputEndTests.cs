using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Processes;

public sealed class OutputEndTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start(static options => options.Contacts = 3000);

    public void Dispose() => _emulator.Dispose();

    [Fact]
    public async Task A_list_whose_reader_goes_away_ends_quietly_and_reads_no_further()
    {
        using var cli = CliProcess.Start(_emulator, "list", "--all", "--output", "ndjson");
        (await cli.Output.ReadLineAsync()).Should().StartWith("{");

        var (exitCode, error) = await cli.CloseOutputAsync();

        (exitCode, error).Should().Be((0, ""));
        _emulator.Requests.Count.Should().BeLessThan(25, "30 pages would have been read otherwise");
    }

    [Theory]
    [InlineData("contacts list --all -o ndjson | head -n 1 >/dev/null")]
    [InlineData("contacts export | head -n 1 >/dev/null")]
    [InlineData("contacts --help | head -n 1 >/dev/null")]
    public async Task Head_has_enough(string line) =>
        (await CliProcess.RunShellAsync(_emulator, "set -o pipefail; " + line)).Should().Be(new CliResult(0, "", ""));

    [Theory]
    [InlineData("contacts list")]
    [InlineData("contacts list --all -o ndjson")]
    [InlineData("contacts export")]
    [InlineData("contacts --help")]
    public async Task A_full_disk_is_an_error(string line) =>
        (await CliProcess.RunShellAsync(_emulator, line + " >/dev/full")).Should()
            .Be(new CliResult(1, "", "contacts: The output could not be written: No space left on device.\n"));

    [Theory]
    [InlineData(1, "contacts list")]
    [InlineData(1, "contacts --help")]
    [InlineData(1, "contacts get nobody")]
    [InlineData(2, "contacts lst")]
    [InlineData(0, "contacts list --all --resume state --output-file list")]
    public async Task A_closed_output_is_an_error_of_whoever_has_something_to_say(int exitCode, string line)
    {
        using var folder = new TemporaryFolder();
        foreach (var closed in new[] { ">&-", ">&- <&-" })
        {
            var result = await CliProcess.RunShellAsync(_emulator, $"cd '{folder.At("")}'; {line} {closed}");

            result.ExitCode.Should().Be(exitCode, result.Error);
            result.Error.Should().NotContain("   at ");
        }
    }

    [Theory]
    [InlineData(0, "contacts list --verbose")]
    [InlineData(0, "contacts demo")]
    [InlineData(0, "contacts --help")]
    [InlineData(1, "contacts get nobody")]
    [InlineData(1, "contacts list >/dev/full")]
    [InlineData(1, "contacts list >&-")]
    [InlineData(2, "contacts lst")]
    [InlineData(2, "contacts lst >/dev/full")]
    [InlineData(3, "contacts list --gateway http://127.0.0.1:1 --retries 0")]
    [InlineData(4, "IMBRACE_API_KEY= contacts list")]
    public async Task An_error_that_cannot_be_told_changes_no_code_and_no_output(int exitCode, string line)
    {
        var told = await CliProcess.RunShellAsync(_emulator, line);
        foreach (var broken in new[] { "2>/dev/full", "2>&-", "2>&- <&-", "2> >(exec true)" })
        {
            var result = await CliProcess.RunShellAsync(_emulator, $"{line} {broken}");

            result.ExitCode.Should().Be(exitCode, broken);
            result.Error.Should().BeEmpty();
            if (!line.Contains("demo", StringComparison.Ordinal))
            {
                result.Output.Should().Be(told.Output);
            }
        }
    }

    [Fact]
    public async Task Output_is_appended_to_a_file_that_others_write_to()
    {
        using var folder = new TemporaryFolder();
        var path = folder.At("out");

        await CliProcess.RunShellAsync(_emulator, $"{{ echo first; contacts list --limit 1 -o ndjson; echo last; }} >'{path}'");

        var lines = File.ReadAllLines(path);
        lines.Should().HaveCount(3);
        (lines[0], lines[2]).Should().Be(("first", "last"));
    }
}
