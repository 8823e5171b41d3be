using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Contacts.Generated.Benchmarks.Server;

namespace Contacts.Generated.Benchmarks.Transfers;

/// <summary>Upload and export beside a raw HttpClient that moves the same bytes, interleaved, several rounds, medians.</summary>
internal static class TransferBenchmark
{
    private const int Rounds = 3;
    private const double MemoryLimit = 32;

    public static async Task<int> RunAsync(int mebibytes)
    {
        using var server = await ServerProcess.StartAsync();
        var bytes = mebibytes * 1048576L;
        using var raw = new HttpClient { BaseAddress = new Uri(server.Address, "channel-service/v1/") };
        var client = server.CreateClient();

        await UploadAsync(client, 1048576);
        await ExportAsync(client, 1048576);
        await RawUploadAsync(raw, 1048576);
        await RawExportAsync(raw, 1048576);

        var upload = await CompareAsync("upload", mebibytes, () => UploadAsync(client, bytes), () => RawUploadAsync(raw, bytes));
        var export = await CompareAsync("export", mebibytes, () => ExportAsync(client, bytes), () => RawExportAsync(raw, bytes));
        return Math.Max(upload, export) < MemoryLimit ? 0 : 1;
    }

    /// <summary>Prints a line; gives the memory above idle, in MiB.</summary>
    private static async Task<double> CompareAsync(string name, int mebibytes, Func<Task> ours, Func<Task> theirs)
    {
        List<double> oursSeconds = [], theirsSeconds = [];
        var memory = 0.0;
        for (var round = 0; round < Rounds; round++)
        {
            using (var peak = new MemoryPeak())
            {
                oursSeconds.Add(await TimeAsync(ours));
                memory = Math.Max(memory, peak.MebibytesAboveIdle);
            }

            theirsSeconds.Add(await TimeAsync(theirs));
        }

        var (own, other) = (Median(oursSeconds), Median(theirsSeconds));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name} of {mebibytes} MiB: {mebibytes / own:F0} MiB/s, {other / own:F2} of a raw copy's speed, {memory:F1} MiB above idle"));
        return memory;
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var started = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    private static Task<UploadResult> UploadAsync(ContactsClient client, long bytes) =>
        client.UploadAvatarAsync(UploadContent.FromStream(new SyntheticStream(bytes), "x.bin"));

    private static async Task ExportAsync(ContactsClient client, long bytes)
    {
        await using var export = await client.ExportCsvAsync(new ContactsExportCsvOptions { Sort = bytes.ToString(CultureInfo.InvariantCulture) });
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
