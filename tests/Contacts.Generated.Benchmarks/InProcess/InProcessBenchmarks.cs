using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Contacts.Generated.Benchmarks.InProcess;

/// <summary>What BenchmarkDotNet measures. In this process, since the internals are open to this assembly's name alone.</summary>
internal static class InProcessBenchmarks
{
    private static readonly Type[] _types = [typeof(ReadingBenchmarks), typeof(CallBenchmarks)];

    /// <param name="arguments">BenchmarkDotNet's own, such as <c>--filter *Reading*</c>; all benchmarks without any.</param>
    public static int Run(string[] arguments)
    {
        var config = DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(new InProcessEmitToolchain(new())));
        var summaries = BenchmarkSwitcher.FromTypes(_types).Run(arguments.Length > 0 ? arguments : ["--filter", "*"], config);
        return summaries.All(summary => !summary.HasCriticalValidationErrors && summary.Reports.All(report => report.Success)) ? 0 : 1;
    }
}
