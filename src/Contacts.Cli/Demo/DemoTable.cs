using System.Globalization;

namespace Contacts.Cli.Demo;

/// <summary>The results in aligned columns, and a summary. The last column may be of any width.</summary>
internal static class DemoTable
{
    public static async Task WriteAsync(TextWriter output, IReadOnlyList<DemoResult> results)
    {
        var operations = results.Max(static result => result.Operation.Length);
        var methods = results.Max(static result => result.Method.Length);
        var paths = results.Max(static result => result.Path.Length);
        foreach (var result in results)
        {
            var mark = result.Succeeded ? "ok    " : "failed";
            var request = $"{result.Operation.PadRight(operations)}  {result.Method.PadRight(methods)}  {result.Path.PadRight(paths)}";
            await output.WriteLineAsync($"{request}  {mark}  {Milliseconds(result.Duration, "F1"),8}  {result.Outcome}");
        }

        var succeeded = results.Count(static result => result.Succeeded);
        var total = results.Aggregate(TimeSpan.Zero, static (sum, result) => sum + result.Duration);
        await output.WriteLineAsync();
        await output.WriteLineAsync($"{succeeded} of {results.Count} operations succeeded in {Milliseconds(total, "F0")}.");
    }

    private static string Milliseconds(TimeSpan duration, string format) =>
        duration.TotalMilliseconds.ToString(format, CultureInfo.InvariantCulture) + " ms";
}
