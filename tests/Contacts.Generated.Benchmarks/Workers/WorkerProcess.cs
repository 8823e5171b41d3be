using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Contacts.Generated.Benchmarks.Contenders;
using Contacts.Generated.Benchmarks.Processes;

namespace Contacts.Generated.Benchmarks.Workers;

/// <summary>The other end of a <see cref="Worker"/>.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process _process;

    private WorkerProcess(Process process, string contender)
    {
        _process = process;
        Contender = contender;
    }

    public string Contender { get; }

    /// <summary>Starts a contender.</summary>
    /// <param name="contender">Its name.</param>
    /// <param name="gateway">Where the server is.</param>
    /// <param name="processor">The processor to tie it to; null leaves it free.</param>
    public static WorkerProcess Start(string contender, Uri gateway, int? processor = null) =>
        new(Start("worker", contender, gateway, processor), contender);

    /// <summary>Starts a process that makes one call and ends.</summary>
    /// <returns>The seconds of the first call, and of the whole process as its user waits for it.</returns>
    public static async Task<(double Call, double Whole)> FirstCallAsync(string contender, Uri gateway)
    {
        var started = Stopwatch.GetTimestamp();
        using var process = Start("first", contender, gateway, processor: null);
        var line = await process.StandardOutput.ReadLineAsync();
        await process.WaitForExitAsync();
        var whole = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return double.TryParse(line, CultureInfo.InvariantCulture, out var call)
            ? (call, whole)
            : throw new InvalidOperationException("The first call of " + contender + " failed; its error stands above.");
    }

    /// <summary>Has a batch done.</summary>
    /// <param name="command">What to do.</param>
    /// <param name="number">For how many milliseconds, or with how many items.</param>
    public async Task<Measurement> RunAsync(string command, int number)
    {
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{command} {number}"));
        await _process.StandardInput.FlushAsync();
        var line = await _process.StandardOutput.ReadLineAsync();
        return line is null
            ? throw new InvalidOperationException("The process of " + Contender + " ended; its error stands above.")
            : JsonSerializer.Deserialize(line, MeasurementJson.Default.Measurement)!;
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static Process Start(string role, string contender, Uri gateway, int? processor)
    {
        var info = ProcessorBinding.StartInfo(Executable(contender), [role, contender, gateway.AbsoluteUri], processor);
        if (processor is not null)
        {
            // Code is compiled again as soon as it is called often, not only when nothing new is; so the warm-up ends for all.
            info.Environment["DOTNET_TC_CallCountingDelayMs"] = "0";
        }

        return Process.Start(info)!;
    }

    private static string Executable(string contender)
    {
        var worker = "Contacts.Generated.Benchmarks.Worker" + (OperatingSystem.IsWindows() ? ".exe" : "");
        return contender == ContenderList.OursNetStandard
            ? Path.Combine(AppContext.BaseDirectory, "netstandard2.0", worker)
            : Environment.ProcessPath!;
    }
}
