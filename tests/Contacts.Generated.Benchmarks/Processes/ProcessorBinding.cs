using System.Diagnostics;
using System.Globalization;

namespace Contacts.Generated.Benchmarks.Processes;

/// <summary>
/// Ties processes to a processor, where the system can (taskset, of Linux): the server to one and the contenders, which take turns, to
/// another. Left to itself the system moves both about, and the idle threads of one pool yield to the other's a dozen times in a call,
/// so that the same two programs run for seconds at one of several speeds.
/// </summary>
internal static class ProcessorBinding
{
    public const int Contenders = 0;
    public const int Server = 1;

    private const string Taskset = "/usr/bin/taskset";

    public static bool IsPossible { get; } = OperatingSystem.IsLinux() && Environment.ProcessorCount > Server && File.Exists(Taskset);

    /// <param name="executable">What to start.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="processor">The processor to tie it to; null leaves it free.</param>
    public static ProcessStartInfo StartInfo(string executable, IEnumerable<string> arguments, int? processor)
    {
        var info = processor is { } index && IsPossible
            ? new ProcessStartInfo(Taskset, ["-c", index.ToString(CultureInfo.InvariantCulture), executable, .. arguments])
            : new ProcessStartInfo(executable, arguments);
        info.RedirectStandardInput = true;
        info.RedirectStandardOutput = true;
        return info;
    }
}
