using System.Globalization;

namespace Contacts.Cli.Demo;

/// <summary>The results in aligned columns, and a summary. Only a failure, in the last column, may be wider than a terminal.</summary>
internal static class DemoTable
{
    public static async Task WriteAsync(TextWriter output, IReadOnlyList<DemoResult> results)
    {
        var operations = results.Max(static result => result.Operation.Length);
        foreach (var result in results)
        {
            var mark = result.Succeeded ? "ok    " : "failed";
            var duration = Milliseconds(result.Duration, "F1");
            await output.WriteLineAsync($"{result.Operation.PadRight(operations)}  {mark}  {duration,8}  {result.Outcome}");
        }

        var succeeded = results.Count(static result => result.Succeeded);
        var total = results.Aggregate(TimeSpan.Zero, static (sum, result) => sum + result.Duration);
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{succeeded} of {results.Count} operations succeeded in {Milliseconds(total, "F0")}.");
    }

    private static string Milliseconds(TimeSpan duration, string format) =>
        duration.TotalMilliseconds.ToString(format, CultureInfo.InvariantCulture) + " ms";
}
