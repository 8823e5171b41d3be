using System.Diagnostics;
using Contacts.Generated.Benchmarks.Contenders;
using Contacts.Generated.Benchmarks.Processes;

namespace Contacts.Generated.Benchmarks.Workers;

/// <summary>Runs a batch of one scenario in this process and takes its time, processor time and allocations.</summary>
internal static class Measure
{
    private const int Callers = 64;

    /// <summary>One call after the other for a while.</summary>
    /// <param name="call">Makes a call; tells whether the answer was right.</param>
    /// <param name="duration">How long.</param>
    public static Task<Measurement> SequentialAsync(Func<Task<bool>> call, TimeSpan duration) => TakeAsync(async () =>
    {
        var (calls, wrong) = (0L, 0L);
        var started = Stopwatch.GetTimestamp();
        do
        {
            if (!await call())
            {
                wrong++;
            }

            calls++;
        }
        while (Stopwatch.GetElapsedTime(started) < duration);
        return (calls, wrong);
    });

    /// <summary>64 callers for a while, each one call after the other.</summary>
    public static Task<Measurement> ParallelAsync(IContender contender, TimeSpan duration) => TakeAsync(async () =>
    {
        var (calls, wrong) = (0L, 0L);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            var id = "con_" + caller.ToString("D10", System.Globalization.CultureInfo.InvariantCulture);
            while (Stopwatch.GetElapsedTime(started) < duration)
            {
                if (await contender.GetAsync(id) != id)
                {
                    Interlocked.Increment(ref wrong);
                }

                Interlocked.Increment(ref calls);
            }
        }));
        return (calls, wrong);
    });

    /// <summary>All contacts, each expected once and in order; with the memory they took.</summary>
    public static async Task<Measurement> AllAsync(IContender contender, int total)
    {
        using var peak = new MemoryPeak();
        var measurement = await TakeAsync(async () =>
        {
            var (items, wrong) = (0L, 0L);
            await foreach (var id in contender.ListAllAsync(total))
            {
                if (id is not { Length: 14 }
                    || !long.TryParse(id.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture, out var number) || number != items)
                {
                    wrong++;
                }

                items++;
            }

            return (items, wrong + Math.Abs(total - items));
        });
        return measurement with { PeakMebibytes = peak.MebibytesAboveIdle };
    }

    private static async Task<Measurement> TakeAsync(Func<Task<(long Operations, long Wrong)>> batch)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var (operations, wrong) = await batch();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var cpuSeconds = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        return new Measurement(operations, seconds, cpuSeconds, GC.GetTotalAllocatedBytes(precise: true) - bytes, wrong);
    }
}
