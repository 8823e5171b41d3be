using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Processes;

/// <summary>The exit codes once more, as a shell sees them.</summary>
public sealed class ExitStatusTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();

    public void Dispose() => _emulator.Dispose();

    [Theory]
    [InlineData(0, "contacts list")]
    [InlineData(1, "contacts get nobody")]
    [InlineData(2, "contacts lst")]
    [InlineData(3, "contacts list --gateway http://127.0.0.1:1 --retries 0")]
    [InlineData(4, "IMBRACE_API_KEY= contacts list")]
    public async Task A_shell_sees_the_code(int exitCode, string line)
    {
        var result = await CliProcess.RunShellAsync(_emulator, line);

        result.ExitCode.Should().Be(exitCode, result.Error);
        (exitCode == 0 ? result.Output : result.Error).Should().NotBeEmpty();
        (exitCode == 0 ? result.Error : result.Output).Should().BeEmpty();
    }
}
