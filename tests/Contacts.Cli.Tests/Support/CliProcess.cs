using System.Diagnostics;
using System.Globalization;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Support;

/// <summary>The command as a process of its own, as a user starts it.</summary>
internal sealed class CliProcess : IDisposable
{
    private const ulong Hangup = 1 << (1 - 1), Interrupt = 1 << (2 - 1), Quit = 1 << (3 - 1), Terminate = 1 << (15 - 1);

    private readonly Process _process;

    private CliProcess(Process process) => _process = process;

    public StreamReader Output => _process.StandardOutput;

    /// <summary>Whether it is far enough to handle SIGQUIT itself, which ends a process at once before that. Told by Linux alone.</summary>
    public bool HandlesSignals
    {
        get
        {
            return (SignalsOf(_process.Id, "SigCgt:") & Quit) != 0
                && File.ReadAllText($"/proc/{_process.Id}/comm").Trim() is not ("bash" or "env");
        }
    }

    public static CliProcess Start(params string[] args) => Start(emulator: null, args);

    /// <summary>Starts it with the environment of somebody who works with an emulator.</summary>
    public static CliProcess Start(ContactsEmulator? emulator, params string[] args) => Start("dotnet", emulator, [CommandPath, .. args]);

    /// <summary>Starts a shell line in which <c>contacts</c> is the command.</summary>
    public static CliProcess StartShell(ContactsEmulator? emulator, string line) =>
        Start("bash", emulator, ["-c", $"contacts() {{ dotnet \"$CONTACTS\" \"$@\"; }}; {line}"]);

    public static async Task<CliResult> RunAsync(params string[] args)
    {
        using var cli = Start(args);
        return await cli.EndAsync();
    }

    public static async Task<CliResult> RunShellAsync(ContactsEmulator? emulator, string line)
    {
        using var cli = StartShell(emulator, line);
        return await cli.EndAsync();
    }

    public async Task<CliResult> EndAsync()
    {
        var output = _process.StandardOutput.ReadToEndAsync();
        var error = _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return new CliResult(_process.ExitCode, await output, await error);
    }

    /// <summary>Goes away as <c>head</c> does, without reading on.</summary>
    public async Task<(int ExitCode, string Error)> CloseOutputAsync()
    {
        _process.StandardOutput.Close();
        var error = await _process.StandardError.ReadToEndAsync();
        await _process.WaitForExitAsync();
        return (_process.ExitCode, error);
    }

    /// <summary>Waits for what the process does elsewhere, such as at an emulator.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            _process.HasExited.Should().BeFalse("what is waited for comes from the process");
            await Task.Yield();
        }
    }

    /// <summary>Sends a signal by its name, such as TERM.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static bool IgnoresSignals =>
        OperatingSystem.IsLinux() && (SignalsOf(Environment.ProcessId, "SigIgn:") & (Hangup | Interrupt | Quit | Terminate)) != 0;

    private static ulong SignalsOf(int process, string kind)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith(kind, StringComparison.Ordinal));
        return Convert.ToUInt64(line[kind.Length..].Trim(), 16);
    }

    private static string CommandPath => Path.Combine(AppContext.BaseDirectory, "contacts.dll");

    private static CliProcess Start(string program, ContactsEmulator? emulator, IEnumerable<string> args)
    {
        // Where these tests run in the background, the shell has their signals ignored, and so would the command.
        string[] command = IgnoresSignals ? ["env", "--default-signal=HUP,INT,QUIT,TERM", program, .. args] : [program, .. args];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var name in start.Environment.Keys.Where(static name =>
            name.StartsWith("IMBRACE_", StringComparison.Ordinal) || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        // What the person who runs the tests has stored stays out of them.
        start.Environment.Remove("CONTACTS_PROFILE");
        start.Environment["XDG_CONFIG_HOME"] = start.Environment["APPDATA"] = Path.Combine(AppContext.BaseDirectory, "no-configuration");
        start.Environment["CONTACTS"] = CommandPath;
        if (emulator is not null)
        {
            start.Environment["IMBRACE_GATEWAY_URL"] = emulator.GatewayUrl.AbsoluteUri;
            start.Environment["IMBRACE_API_KEY"] = CliRunner.ApiKey;
        }

        return new CliProcess(Process.Start(start)!);
    }
}
