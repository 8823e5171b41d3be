using Contacts.Generated.Benchmarks.Contenders;
using Contacts.Generated.Benchmarks.Processes;
using Contacts.Generated.Benchmarks.Server;
using Contacts.Generated.Benchmarks.Transfers;
using Contacts.Generated.Benchmarks.Workers;

namespace Contacts.Generated.Benchmarks.Report;

/// <summary>Runs every scenario, and says on stderr where it is.</summary>
internal sealed class Measuring(Effort effort)
{
    /// <summary>What a page waits at the server while whole lists are read.</summary>
    public const int Latency = 20;

    /// <summary>How many contacts a process reads before its memory is measured.</summary>
    public const int WarmUpContacts = 200_000;

    private readonly Figures _figures = new() { Effort = effort };

    public async Task<Figures> RunAsync()
    {
        await CallsAsync();
        using var server = await ServerProcess.StartAsync();
        _figures.Lists = await ListsAsync(
            server, effort.Contacts, effort.ListRounds, ContenderList.Raw, ContenderList.Ours, ContenderList.OursWithoutOptions,
            ContenderList.Sequential);
        await ListMemoryAsync(server);
        await FirstCallsAsync(server);
        Say("transfers");
        _figures.Transfers = await TransferBenchmark.MeasureAsync(effort.Mebibytes, effort.TransferRounds);
        return _figures;
    }

    private static void Say(string what) => Console.Error.WriteLine("measuring: " + what);

    private async Task CallsAsync()
    {
        using var server = await ServerProcess.StartAsync(ProcessorBinding.Server);
        var workers = Enumerable.Repeat(effort.Contenders, effort.Processes)
            .SelectMany(names => names, (_, name) => WorkerProcess.Start(name, server.Address, ProcessorBinding.Contenders)).ToList();
        foreach (var scenario in Scenario.All)
        {
            Say(scenario.Title);
            await server.ChangeAsync(new ServerSettings(Samples.PageSize, Latency: 0, scenario.WithUnknown));
            _figures.Calls.Add(
                scenario, await SideBySide.RunAsync(workers, scenario.Command, effort.Milliseconds, effort.Rounds, effort.WarmUps));
        }

        workers.ForEach(worker => worker.Dispose());
    }

    /// <summary>Reads whole lists; ratios are to the first of the contenders.</summary>
    public static async Task<SideBySide> ListsAsync(ServerProcess server, int contacts, int rounds, params string[] contenders)
    {
        Say("whole lists");
        var workers = contenders.Select(name => WorkerProcess.Start(name, server.Address)).ToList();
        await server.ChangeAsync(new ServerSettings(contacts / 10, Latency, WithUnknown: false));
        foreach (var worker in workers)
        {
            // Warms up; what it measures does not count.
            await worker.RunAsync("all", contacts / 10);
        }

        await server.ChangeAsync(new ServerSettings(contacts, Latency, WithUnknown: false));
        var result = await SideBySide.RunAsync(workers, "all", contacts, rounds, warmUps: 0);
        workers.ForEach(worker => worker.Dispose());
        return result;
    }

    /// <summary>
    /// Each list in a process of its own, warmed up alike: by a list that is long enough for the heap to get its usual size.
    /// </summary>
    private async Task ListMemoryAsync(ServerProcess server)
    {
        Say("memory of lists");
        var peaks = new List<double>();
        foreach (var contacts in new[] { effort.LargeList / 100, effort.LargeList })
        {
            using var worker = WorkerProcess.Start(ContenderList.Ours, server.Address);
            await server.ChangeAsync(new ServerSettings(WarmUpContacts, Latency: 0, WithUnknown: false));
            await worker.RunAsync("all", WarmUpContacts);
            await server.ChangeAsync(new ServerSettings(contacts, Latency: 0, WithUnknown: false));
            peaks.Add((await worker.RunAsync("all", contacts)).PeakMebibytes);
        }

        _figures.ListMemory = (peaks[0], peaks[1]);
    }

    private async Task FirstCallsAsync(ServerProcess server)
    {
        Say("first calls");
        await server.ChangeAsync(new ServerSettings(Samples.PageSize, Latency: 0, WithUnknown: false));
        for (var round = 0; round < effort.FirstCalls; round++)
        {
            foreach (var name in effort.Contenders)
            {
                if (!_figures.FirstCalls.TryGetValue(name, out var calls))
                {
                    _figures.FirstCalls.Add(name, calls = []);
                }

                calls.Add(await WorkerProcess.FirstCallAsync(name, server.Address));
            }
        }
    }
}
