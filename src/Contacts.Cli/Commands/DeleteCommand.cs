using System.CommandLine;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Input;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts delete</c>.</summary>
internal static class DeleteCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactIds();
        var confirmation = new Confirmation();
        const string Description = "Deletes a contact for good, or those whose ids are piped in.";
        return commands.Create("delete", Description, [id, .. confirmation.Options], async call =>
        {
            var (client, contact) = (call.Client, call.Text(id));
            if (contact != InputText.StandardInput)
            {
                await confirmation.DeleteAsync(
                    call, "contact", contact, () => client.GetAsync(contact, call.Token), () => client.DeleteAsync(contact, call.Token));
            }
            else if (confirmation.IsDryRun(call))
            {
                await GetCommand.ShowManyAsync(call);
            }
            else
            {
                await DeleteManyAsync(call, confirmation);
            }
        });
    }

    /// <summary>Reads all ids before it deletes any: they may come from a list, whose pages deletions would shift.</summary>
    private static async Task DeleteManyAsync(ServiceCall call, Confirmation confirmation)
    {
        var lines = new List<IdLine>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var line in IdLine.ReadAsync(call.Host, call.Token))
        {
            if (line.Mistake is { } mistake)
            {
                throw new UsageException($"standard input, line {line.Number}: {mistake} Nothing was deleted.");
            }

            if (seen.Add(line.Id))
            {
                lines.Add(line);
            }
        }

        if (lines.Count == 0)
        {
            throw new UsageException("standard input has no ids: pipe them in, one on each line.");
        }

        await confirmation.AskAsync(call, () => Task.FromResult($"Delete {BulkReport.Contacts(lines.Count)} for good?"));
        var results = call.Client.DeleteManyAsync(lines.Select(static line => line.Id), cancellationToken: call.Token);
        await BulkReport.ShowAsync(call, "Deleting contacts", "deleted", lines.ConvertAll(static line => line.Number), results);
    }
}
