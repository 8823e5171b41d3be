using System.Diagnostics;

namespace Contacts.Generated.FleetTests;

/// <summary>One process of the fleet, as its test sees it.</summary>
internal sealed class FleetProcess : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;

    private FleetProcess(Process process) => _process = process;

    /// <summary>Starts a process and waits until it is ready.</summary>
    public static async Task<FleetProcess> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(FleetProcess).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var started = new FleetProcess(Process.Start(start)!);
        (await started.ReadLineAsync()).Should().Be("ready");
        return started;
    }

    /// <summary>Lets it work.</summary>
    public Task BeginAsync()
    {
        _process.StandardInput.WriteLine();
        return _process.StandardInput.FlushAsync();
    }

    public async Task<string?> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(_patience);

    /// <summary>Lets it end by itself.</summary>
    /// <returns>The last line that it says.</returns>
    public async Task<string?> EndAsync()
    {
        _process.StandardInput.Close();
        var line = await ReadLineAsync();
        await _process.WaitForExitAsync().WaitAsync(_patience);
        _process.ExitCode.Should().Be(0);
        return line;
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }
}
