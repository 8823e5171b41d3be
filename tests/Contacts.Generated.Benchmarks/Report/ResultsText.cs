using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Contacts.Generated.Benchmarks.Processes;
using Contacts.Generated.Benchmarks.Statistics;

namespace Contacts.Generated.Benchmarks.Report;

/// <summary>The figures as a page of Markdown.</summary>
internal sealed class ResultsText(Figures figures)
{
    private readonly StringBuilder _text = new();

    public override string ToString()
    {
        _text.Clear();
        Head();
        foreach (var (scenario, result) in figures.Calls)
        {
            Table(scenario.Title, result);
        }

        Table(Line(
            $"{figures.Effort.Contacts:N0} contacts, page by page, {Measuring.Latency} ms a page; a line is one contact"), figures.Lists!);
        var (shortList, longList) = (figures.Effort.LargeList / 100, figures.Effort.LargeList);
        Add($"Memory above that of a process that has read {Measuring.WarmUpContacts:N0} contacts before:");
        Add($"{figures.ListMemory.Short:F1} MiB for {shortList:N0} contacts, {figures.ListMemory.Long:F1} MiB for {longList:N0}.\n");
        FirstCalls();
        Add($"\n## Transfers\n");
        foreach (var transfer in figures.Transfers)
        {
            Add($"* {transfer}");
        }

        return _text.ToString();
    }

    private static string Tied => ProcessorBinding.IsPossible
        ? "the server is tied to one processor and the contenders to another"
        : "the system places server and contenders as it likes, for want of taskset: ratios vary more";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Add(FormattableString line) => _text.Append(Line(line)).Append('\n');

    private void Head()
    {
        Add($"""
            # Results

            Written by `dotnet run --project tests/Contacts.Generated.Benchmarks --configuration Release -- report` on {DateTime.UtcNow:yyyy-MM-dd}:
            {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors ({RuntimeInformation.ProcessArchitecture}), {RuntimeInformation.FrameworkDescription}.

            How to read it: every contender runs in a process of its own against the same server, which has one too, and reads the same bytes
            into the same properties. The contenders take turns, in another order each round ({figures.Effort.Rounds} rounds of {figures.Effort.Milliseconds} ms, in {figures.Effort.Processes} processes each).
            For single calls and pages, {Tied}.
            A figure is the median of the rounds; a ratio is the median of the ratios within each round, where both had the same machine.
            Processor time and bytes are of the contender's whole process. Times depend on the machine, and on what else it does; compare ratios.
            That no call holds a thread while it waits is shown by `-- soak`, which runs 64 callers on as many threads as there are processors.

            ## Targets

            | | target | measured | |
            |---|---|---|---|
            """);
        foreach (var target in Targets.Of(figures))
        {
            Add($"{target}");
        }
    }

    private void Table(string title, SideBySide result)
    {
        Add($"\n## {title}\n");
        Add($"| | µs | ratio | processor µs | ratio | bytes | ratio |");
        Add($"|---|---|---|---|---|---|---|");
        foreach (var name in result.Contenders)
        {
            var time = result.Of(name, measurement => measurement.MicrosecondsPerOperation);
            var cpu = result.Of(name, measurement => measurement.CpuMicrosecondsPerOperation);
            var bytes = result.Of(name, measurement => measurement.BytesPerOperation);
            var timeRatio = result.Ratio(name, measurement => measurement.MicrosecondsPerOperation);
            var cpuRatio = result.Ratio(name, measurement => measurement.CpuMicrosecondsPerOperation);
            var bytesRatio = result.Ratio(name, measurement => measurement.BytesPerOperation);
            Add($"| {name} | {time:F1} | {timeRatio:F2} | {cpu:F1} | {cpuRatio:F2} | {bytes:N0} | {bytesRatio:F2} |");
        }

        _text.Append('\n');
    }

    private void FirstCalls()
    {
        Add($"\n## First call of a process\n");
        Add($"| | call, ms | whole process, ms |");
        Add($"|---|---|---|");
        foreach (var (name, calls) in figures.FirstCalls)
        {
            var (first, whole) = (Median.Of(calls.Select(call => call.Call)), Median.Of(calls.Select(call => call.Whole)));
            Add($"| {name} | {first * 1000:F0} | {whole * 1000:F0} |");
        }
    }
}
