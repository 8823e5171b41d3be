using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;
using Contacts.Cli.Progress;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary>Shows what became of each line of a file or of standard input.</summary>
internal static class BulkReport
{
    private static readonly IReadOnlyList<Column<JsonElement>> _columns =
    [
        new("Line", static row => row.GetProperty("line").GetInt32().ToString(CultureInfo.InvariantCulture), Minimum: 4, Typical: 5),
        new("Id", static row => row.GetProperty("id").GetString(), Minimum: 13, Typical: 28, Shortening: Shortening.BothEnds),
        new("Result", static row => row.TryGetProperty("error", out var error) ? error.GetString() : "ok", Minimum: 14),
    ];

    /// <summary>What would be done, for <c>--dry-run</c>: the columns are line, id, and the body that would be sent.</summary>
    public static IReadOnlyList<Column<JsonElement>> PlanColumns { get; } =
        [.. _columns.Take(2), new("Fields", static row => row.GetProperty("fields").GetRawText(), Minimum: 14)];

    /// <summary>Makes the calls and shows a row for each, as it ends.</summary>
    /// <param name="call">The command.</param>
    /// <param name="doing">What people are told meanwhile, such as "Deleting contacts".</param>
    /// <param name="done">What was to be done, such as "deleted".</param>
    /// <param name="lines">The number of the line of each call.</param>
    /// <param name="results">What became of the calls.</param>
    /// <exception cref="UsageException">A call failed.</exception>
    public static async Task ShowAsync<T>(
        ServiceCall call, string doing, string done, IReadOnlyList<int> lines, IAsyncEnumerable<ContactsBulkResult<T>> results)
    {
        var (count, failed) = (0, 0);
        await ProgressDisplay.RunAsync(call, doing, ProgressUnit.Items, isBesideOutput: true, async progress =>
        {
            await using var sink = call.Results.Begin(_columns);
            await foreach (var result in results)
            {
                failed += result.IsSuccess ? 0 : 1;
                await sink.AddAsync([RowOf(lines[(int)result.Index], result)]);
                progress.Report(new TransferProgress(++count, lines.Count));
            }

            await sink.CompleteAsync();
        });
        Check(failed, lines.Count, done);
        call.Remark($"{Contacts(count)} {done}.");
    }

    /// <exception cref="UsageException">Something failed, which the output or stderr says in detail.</exception>
    public static void Check(int failed, int count, string done)
    {
        if (failed > 0)
        {
            throw new UsageException($"{failed} of {Contacts(count)} could not be {done}.", ExitCode.Failure);
        }
    }

    public static string Contacts(int count) => count == 1 ? "1 contact" : $"{count} contacts";

    private static JsonElement RowOf<T>(int line, ContactsBulkResult<T> result)
    {
        var row = new JsonObject { ["line"] = line, ["id"] = result.Id, ["ok"] = result.IsSuccess };
        if (result.Exception is { } exception)
        {
            row["error"] = Failure.Of(exception).Message;
        }

        return JsonSerializer.SerializeToElement(row);
    }
}
