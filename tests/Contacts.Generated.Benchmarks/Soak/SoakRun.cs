using System.Globalization;
using Contacts.Generated.Benchmarks.Server;

namespace Contacts.Generated.Benchmarks.Soak;

/// <summary>
/// One client under 64 callers for a long time: every answer is the one asked for, nothing piles up, and no thread is blocked.
/// </summary>
internal static class SoakRun
{
    private const int Callers = 64;
    private const double MemoryLimit = 16;

    private static readonly TimeSpan _standstill = TimeSpan.FromMinutes(5);

    public static async Task<int> RunAsync(int calls)
    {
        LimitThreads();
        var finished = new ManualResetEventSlim();
        WatchForStandstill(finished);
        using var server = await ServerProcess.StartAsync();
        var client = server.CreateClient();

        // The first tenth fills the pools; growth is what comes after.
        await CallAsync(client, calls / 10);
        var (memory, sockets) = Measure(server);
        var wrong = await CallAsync(client, calls);
        var (memoryAfter, socketsAfter) = Measure(server);

        finished.Set();
        var growth = (memoryAfter - memory) / 1048576.0;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{calls} calls by {Callers} callers on {Environment.ProcessorCount} threads: {wrong} wrong answers; connections {sockets} "
                + $"before, {socketsAfter} after; heap grew by {growth:F1} MiB"));
        return wrong == 0 && socketsAfter <= Callers && growth < MemoryLimit ? 0 : 1;
    }

    /// <summary>No more threads than processors, so that the run would stand still if a call held one while it waits.</summary>
    private static void LimitThreads()
    {
        var threads = Environment.ProcessorCount;
        if (!ThreadPool.SetMinThreads(1, 1) || !ThreadPool.SetMaxThreads(threads, threads))
        {
            throw new InvalidOperationException("The pool's threads cannot be limited here.");
        }
    }

    /// <summary>Ends the process if the run does not: on a thread of its own, since the pool would then have none.</summary>
    private static void WatchForStandstill(ManualResetEventSlim finished) => new Thread(() =>
    {
        if (!finished.Wait(_standstill))
        {
            Console.Error.WriteLine(
                $"The run has stood still: a call holds its thread while it waits. It was ended after {_standstill.TotalMinutes} minutes.");
            Environment.Exit(1);
        }
    })
    { IsBackground = true }.Start();

    private static (long Memory, int Sockets) Measure(ServerProcess server) =>
        (GC.GetTotalMemory(forceFullCollection: true), OpenConnections.CountTo(server.Address.Port));

    private static async Task<int> CallAsync(ContactsClient client, int calls)
    {
        var next = 0;
        var wrong = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number <= calls; number = Interlocked.Increment(ref next))
            {
                var id = "con_" + number.ToString("D10", CultureInfo.InvariantCulture);
                var contact = await client.GetAsync(id);
                if (contact.Id != id)
                {
                    Interlocked.Increment(ref wrong);
                }
            }
        })));
        return wrong;
    }
}
