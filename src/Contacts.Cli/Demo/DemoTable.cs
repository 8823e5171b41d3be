using System.Globalization;

namespace Contacts.Cli.Demo;

/// <summary>The results as aligned columns, and a summary. What comes last may be of any width.</summary>
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
            await output.WriteLineAsync(
                $"{result.Operation.PadRight(operations)}  {result.Method.PadRight(methods)}  {result.Path.PadRight(paths)}  {mark}  {Milliseconds(result.Duration),8}  {result.Outcome}");
        }

        var succeeded = results.Count(static result => result.Succeeded);
        var total = results.Aggregate(TimeSpan.Zero, static (sum, result) => sum + result.Duration);
        await output.WriteLineAsync();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{succeeded} of {results.Count} operations succeeded in {total.TotalMilliseconds:F0} ms."));
    }

    private static string Milliseconds(TimeSpan duration) => duration.TotalMilliseconds.ToString("F1", CultureInfo.InvariantCulture) + " ms";
}
