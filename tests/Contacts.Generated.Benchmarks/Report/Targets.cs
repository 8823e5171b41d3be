using Contacts.Generated.Benchmarks.Contenders;
using Contacts.Generated.Benchmarks.Statistics;
using Contacts.Generated.Benchmarks.Transfers;
using Contacts.Generated.Benchmarks.Workers;

namespace Contacts.Generated.Benchmarks.Report;

/// <summary>What the SDK aims at, beside what was measured.</summary>
internal static class Targets
{
    private const string Ours = ContenderList.Ours;

    public static IEnumerable<Target> Of(Figures figures)
    {
        var page = figures.Calls[Scenario.Page];
        yield return new("page of 100: time, as a part of raw's", 1.05, true, page.Ratio(Ours, Time));
        yield return new("page of 100: processor time", 1.05, true, page.Ratio(Ours, Cpu));
        yield return new("page of 100: bytes allocated", 1.10, true, page.Ratio(Ours, Bytes));
        foreach (var peer in ContenderList.Peers.Where(page.Contenders.Contains))
        {
            yield return new($"page of 100: time, as a part of that of {peer}", 1, true, page.Ratio(Ours, peer, Time));
        }

        yield return new("get: time", 1.10, true, figures.Calls[Scenario.Get].Ratio(Ours, Time));
        yield return new("update: time", 1.10, true, figures.Calls[Scenario.Update].Ratio(Ours, Time));
        yield return new("64 callers: throughput", 0.95, false, 1 / figures.Calls[Scenario.Parallel].Ratio(Ours, Time));
        if (page.Contenders.Contains(ContenderList.OursNewtonsoft))
        {
            yield return new("UseNewtonsoftJson: how many times as fast as stock NSwag with Newtonsoft.Json", 1.5, false, page.Ratio(
                ContenderList.StockNewtonsoft, ContenderList.OursNewtonsoft, Time));
        }

        var lists = figures.Lists!;
        yield return new("whole list, 16 in flight: how many times as fast as one page after the other", 8, false, lists.Ratio(
            ContenderList.Sequential, Ours, Time));
        yield return WithoutOptions(lists);
        yield return new("whole list: speed, as a part of raw's with 16 in flight", 0.9, false, 1 / lists.Ratio(Ours, Time));
        yield return new("whole list: MiB above idle, a hundred times as long a list less the short one", 16, true,
            figures.ListMemory.Long - figures.ListMemory.Short);
        yield return new(
            "first call of a process: time, as a part of raw's", 1.3, true, First(figures, Ours) / First(figures, ContenderList.Raw));
        foreach (var transfer in figures.Transfers)
        {
            yield return new($"{transfer.Name} of {transfer.Mebibytes} MiB: speed, as a part of a raw copy's", 0.9, false, transfer.Ratio);
            yield return new(
                $"{transfer.Name} of {transfer.Mebibytes} MiB: MiB above idle", TransferBenchmark.MemoryLimit, true, transfer.Memory);
        }
    }

    /// <summary>What whoever sets nothing gets.</summary>
    public static Target WithoutOptions(SideBySide lists) => new(
        "whole list, no options: how many times as fast as one page after the other", 3, false,
        lists.Ratio(ContenderList.Sequential, ContenderList.OursWithoutOptions, Time));

    private static double Time(Measurement measurement) => measurement.MicrosecondsPerOperation;

    private static double Cpu(Measurement measurement) => measurement.CpuMicrosecondsPerOperation;

    private static double Bytes(Measurement measurement) => measurement.BytesPerOperation;

    private static double First(Figures figures, string name) => Median.Of(figures.FirstCalls[name].Select(call => call.Call));
}
