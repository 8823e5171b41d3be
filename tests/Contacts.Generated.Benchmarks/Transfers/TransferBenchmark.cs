using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Contacts.Generated.Benchmarks.Processes;
using Contacts.Generated.Benchmarks.Server;
using Contacts.Generated.Benchmarks.Statistics;

namespace Contacts.Generated.Benchmarks.Transfers;

/// <summary>
/// Upload and export beside a raw HttpClient that moves the same bytes, in turns, several rounds, and the median of their ratios.
/// </summary>
internal static class TransferBenchmark
{
    private const long WarmUp = 64 * 1048576;

    /// <summary>What a transfer may take above idle, in MiB.</summary>
    public const double MemoryLimit = 32;

    public static async Task<int> RunAsync(int mebibytes)
    {
        var figures = await MeasureAsync(mebibytes, rounds: 3);
        foreach (var figure in figures)
        {
            Console.WriteLine(figure);
        }

        return figures.All(figure => figure.Memory < MemoryLimit) ? 0 : 1;
    }

    /// <summary>Measures an upload and an export.</summary>
    public static async Task<IReadOnlyList<TransferFigure>> MeasureAsync(int mebibytes, int rounds)
    {
        using var server = await ServerProcess.StartAsync();
        var bytes = mebibytes * 1048576L;
        using var raw = new HttpClient { BaseAddress = new Uri(server.Address, "channel-service/v1/") };
        var client = server.CreateClient();

        await UploadAsync(client, WarmUp);
        await ExportAsync(client, WarmUp);
        await RawUploadAsync(raw, WarmUp);
        await RawExportAsync(raw, WarmUp);

        return
        [
            await CompareAsync("upload", mebibytes, rounds, () => UploadAsync(client, bytes), () => RawUploadAsync(raw, bytes)),
            await CompareAsync("export", mebibytes, rounds, () => ExportAsync(client, bytes), () => RawExportAsync(raw, bytes)),
        ];
    }

    private static async Task<TransferFigure> CompareAsync(string name, int mebibytes, int rounds, Func<Task> ours, Func<Task> theirs)
    {
        List<double> oursSeconds = [], theirsSeconds = [];
        var memory = 0.0;
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 1)
            {
                theirsSeconds.Add(await TimeAsync(theirs));
            }

            using (var peak = new MemoryPeak())
            {
                oursSeconds.Add(await TimeAsync(ours));
                memory = Math.Max(memory, peak.MebibytesAboveIdle);
            }

            if (round % 2 == 0)
            {
                theirsSeconds.Add(await TimeAsync(theirs));
            }
        }

        var ratio = Median.Of(oursSeconds.Zip(theirsSeconds, (own, other) => other / own));
        return new TransferFigure(name, mebibytes, mebibytes / Median.Of(oursSeconds), ratio, memory);
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var started = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static Task<UploadResult> UploadAsync(ContactsClient client, long bytes) =>
        client.UploadAvatarAsync(UploadContent.FromStream(new SyntheticStream(bytes), "x.bin"));

    private static async Task ExportAsync(ContactsClient client, long bytes)
    {
        await using var export = await client.ExportCsvAsync(
            new ContactsExportCsvOptions { Sort = bytes.ToString(CultureInfo.InvariantCulture) });
        await export.CopyToAsync(Stream.Null);
    }

    private static async Task RawUploadAsync(HttpClient client, long bytes)
    {
        using var file = new StreamContent(new SyntheticStream(bytes), bufferSize: 65536);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        using var form = new MultipartFormDataContent { { file, "file", "x.bin" } };
        using var response = await client.PostAsync(new Uri("contacts/_fileupload", UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
    }

    private static async Task RawExportAsync(HttpClient client, long bytes)
    {
        await using var stream = await client.GetStreamAsync(new Uri($"contacts/_export_csv?bytes={bytes}", UriKind.Relative));
        await stream.CopyToAsync(Stream.Null, 65536);
    }
}
