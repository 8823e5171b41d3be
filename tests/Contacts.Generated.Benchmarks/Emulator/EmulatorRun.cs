using System.Diagnostics;
using System.Globalization;
using System.Net.NetworkInformation;
using Contacts.Generated.Testing;

namespace Contacts.Generated.Benchmarks.Emulator;

/// <summary>What the emulator costs the tests that use it: starting, one after the other and many at once, and running for long.</summary>
internal static class EmulatorRun
{
    private const int AtOnce = 32;
    private const int Starts = 2_000;
    private const int Callers = 8;
    private const int UploadEvery = 200;
    private const double MemoryLimit = 160;

    public static async Task<int> RunAsync(int requests)
    {
        // The first ones compile what they need.
        await StartAndStopAsync(count: 20);
        Write($"a start, the median of 41: {await MedianStartAsync(41):F1} ms");
        Write($"{AtOnce} started at once: {await StartAtOnceAsync():F0} ms");

        var before = Handles.Now();
        var took = await StartAndStopAsync(Starts);
        var after = Handles.Now();
        Write($"{Starts} started and disposed, one after the other: {took.TotalSeconds:F1} s");
        Write($"ports, files and threads: {before} before, {after} after");

        var growth = await GrowthAsync(requests);
        Write($"{requests} requests by {Callers} callers, an upload of 1 MiB among {UploadEvery}: the heap grew by {growth:F1} MiB");
        return after.IsAsGoodAs(before) && growth < MemoryLimit ? 0 : 1;
    }

    private static async Task<double> MedianStartAsync(int count)
    {
        var times = new List<double>();
        for (var start = 0; start < count; start++)
        {
            var begun = Stopwatch.GetTimestamp();
            await using var emulator = ContactsEmulator.Start();
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        return times.Order().ElementAt(count / 2);
    }

    private static async Task<double> StartAtOnceAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        var emulators = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(static _ => ContactsEmulator.StartAsync()));
        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        await Task.WhenAll(emulators.Select(static emulator => emulator.DisposeAsync().AsTask()));
        return took;
    }

    private static async Task<TimeSpan> StartAndStopAsync(int count)
    {
        var begun = Stopwatch.GetTimestamp();
        for (var start = 0; start < count; start++)
        {
            await using var emulator = await ContactsEmulator.StartAsync();
            if (start % 100 == 0)
            {
                await emulator.CreateClient().ListAsync();
            }
        }

        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>How many mebibytes the requests leave behind, in a log of requests, in WireMock's and in uploaded files.</summary>
    private static async Task<double> GrowthAsync(int requests)
    {
        await using var emulator = ContactsEmulator.Start();
        var client = emulator.CreateClient();
        var picture = UploadContent.FromBytes(new byte[1 << 20], "picture.png");
        await CallAsync(emulator, client, picture, 1_000);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await CallAsync(emulator, client, picture, requests);
        return (GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0;
    }

    private static Task CallAsync(ContactsEmulator emulator, ContactsClient client, UploadContent picture, int requests)
    {
        var (next, id) = (0, emulator.Contacts[0].Id);
        return Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var number = Interlocked.Increment(ref next); number <= requests; number = Interlocked.Increment(ref next))
            {
                await (number % UploadEvery == 0 ? client.UploadAvatarAsync(picture)
                    : number % 3 == 0 ? client.UpdateAsync(id, new UpdateContactInput { Remark = new string('x', 200) })
                    : number % 3 == 1 ? client.GetAsync(id)
                    : (Task)client.ListAsync());
            }
        })));
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>What a process leaves open.</summary>
    /// <param name="Ports">The ports on which the machine listens.</param>
    /// <param name="Files">The open files and sockets; 0 where the system does not say.</param>
    /// <param name="Threads">The threads.</param>
    private sealed record Handles(int Ports, int Files, int Threads)
    {
        // The pool may keep some threads for a while, and others on the machine may listen.
        private const int Some = 16;

        public static Handles Now()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return new Handles(
                IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Length,
                Directory.Exists("/proc/self/fd") ? Directory.GetFileSystemEntries("/proc/self/fd").Length : 0,
                Process.GetCurrentProcess().Threads.Count);
        }

        public bool IsAsGoodAs(Handles earlier) =>
            Ports <= earlier.Ports + Some && Files <= earlier.Files + Some && Threads <= earlier.Threads + Some;

        public override string ToString() => $"{Ports}, {Files}, {Threads}";
    }
}
