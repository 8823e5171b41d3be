using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Input;
using Contacts.Cli.Options;
using Contacts.Cli.Output;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts update</c>: one contact, or those of a file.</summary>
internal sealed class UpdateCommand
{
    private readonly Argument<string?> _id = Arguments.Optional(Arguments.ContactId());

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Set one of 'contacts help fields'; may be repeated.",
        HelpName = "field=value",
    };

    private readonly Option<string[]> _clear = new("--clear") { Description = "Clear a field; may be repeated.", HelpName = "field" };

    private readonly Option<bool> _unknown = new("--allow-unknown-fields") { Description = "Also send a field that is not known." };

    private readonly Option<string> _from = new("--from")
    {
        Description = "Many contacts: CSV or NDJSON, by id; - for stdin.",
        HelpName = "file",
    };

    private readonly Option<bool> _clearEmpty = new("--clear-empty") { Description = "With --from: an empty cell clears its field." };

    private readonly Option<int> _maxConcurrency =
        Numbers.Option("--max-concurrency", "With --from: calls at a time. Default: 4.", "n", 1, 64);

    private readonly Confirmation _confirmation = new();

    private UpdateCommand()
    {
    }

    public static Command Create(CommandFactory commands)
    {
        var update = new UpdateCommand();
        return commands.Create(
            "update",
            "Changes fields of a contact, or of many; the other fields stay.",
            [
                update._id, update._set, update._clear, update._unknown, update._from, update._clearEmpty, update._maxConcurrency,
                .. update._confirmation.Options,
            ],
            update.RunAsync);
    }

    private Task RunAsync(ServiceCall call)
    {
        var parsed = call.Parsed;
        var (id, from) = (parsed.GetValue(_id), parsed.GetValue(_from));
        var (set, clear) = (parsed.GetValue(_set) ?? [], parsed.GetValue(_clear) ?? []);
        if (from is not null)
        {
            return id is null && set.Length + clear.Length == 0
                ? UpdateManyAsync(call, from)
                : throw new UsageException("--from says which contacts and fields to change: leave CONTACT_ID, --set and --clear out.");
        }

        Option[] forMany = [_clearEmpty, _maxConcurrency, .. _confirmation.Options];
        if (forMany.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } misplaced)
        {
            throw new UsageException($"{misplaced.Name} goes with --from.");
        }

        return id is null
            ? throw new UsageException("CONTACT_ID is missing: the id of the contact, as 'contacts list' shows it, or use --from.")
            : UpdateOneAsync(call, id, set, clear);
    }

    private async Task UpdateOneAsync(ServiceCall call, string id, string[] set, string[] clear)
    {
        var input = UpdateFields.ToInput(set, clear, call.Parsed.GetValue(_unknown));
        await call.Results.OneAsync(await call.Client.UpdateAsync(id, input, call.Token));
    }

    /// <summary>Checks the whole file before it sends anything.</summary>
    private async Task UpdateManyAsync(ServiceCall call, string path)
    {
        var parsed = call.Parsed;
        var lines = await UpdateFile.ReadAsync(
            call.Host, path, parsed.GetValue(_clearEmpty), parsed.GetValue(_unknown), call.Token);
        if (_confirmation.IsDryRun(call))
        {
            await ShowPlanAsync(call, lines);
            return;
        }

        await _confirmation.AskAsync(call, () => Task.FromResult($"Change {BulkReport.Contacts(lines.Count)}?"));
        var results = call.Client.UpdateManyAsync(
            lines.Select(static line => (line.Id, line.Fields)),
            new() { MaxConcurrency = parsed.Given(_maxConcurrency) ?? 4 },
            call.Token);
        await BulkReport.ShowAsync(call, "Updating contacts", "updated", [.. lines.Select(static line => line.Number)], results);
    }

    private static async Task ShowPlanAsync(ServiceCall call, IReadOnlyList<UpdateLine> lines)
    {
        await using var sink = call.Results.Begin(BulkReport.PlanColumns);
        await sink.AddAsync([.. lines.Select(static line => JsonSerializer.SerializeToElement(new JsonObject
        {
            ["line"] = line.Number,
            ["id"] = line.Id,
            ["fields"] = JsonSerializer.SerializeToNode(ModelJson.ToElement(line.Fields)),
        }))]);
        await sink.CompleteAsync();
        call.Remark($"{BulkReport.Contacts(lines.Count)} would be updated. Nothing was sent.");
    }
}
