using System.CommandLine;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Input;
using Contacts.Cli.Output;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts get</c> and <c>contacts get-by-board-item</c>.</summary>
internal static class GetCommand
{
    /// <summary>How many contacts are read at the same time, which is what the SDK does for changes.</summary>
    private static readonly int _atATime = new ContactsBulkOptions().MaxConcurrency;

    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactIds();
        return commands.Create("get", "Shows the fields of a contact, or a list of those whose ids are piped in.", [id], async call =>
        {
            if (call.Text(id) == InputText.StandardInput)
            {
                await ShowManyAsync(call);
            }
            else if (call.View.IsGiven)
            {
                throw new UsageException(
                    "--columns and --wide are for the list that 'contacts get -' shows; for one contact, use --query.");
            }
            else
            {
                await call.Results.OneAsync(await call.Client.GetAsync(call.Text(id), call.Token));
            }
        }, isList: true);
    }

    public static Command CreateByBoardItem(CommandFactory commands)
    {
        var id = new Argument<string>("BOARD_ITEM_ID") { Description = "The id of the record, as a contact's board_item_id." };
        return commands.Create(
            "get-by-board-item",
            "Shows the contact that belongs to a record on a data board.",
            [id],
            async call => await call.Results.OneAsync(await call.Client.GetByBoardItemAsync(call.Text(id), call.Token)),
            notFound: "The id must be that of a record, which 'contacts get' shows as board_item_id where a contact has one.");
    }

    /// <summary>Shows the contacts of standard input in its order. One that fails is reported on stderr.</summary>
    public static async Task ShowManyAsync(ServiceCall call)
    {
        var (count, failed) = (0, 0);
        var reading = new Queue<(int Line, Task<(Contact? Contact, string? Mistake)> Result)>();
        await using var sink = call.Results.Begin(Columns.Contacts);
        await foreach (var line in IdLine.ReadAsync(call.Host, call.Token))
        {
            reading.Enqueue((line.Number, ReadAsync(call, line)));
            if (reading.Count >= _atATime)
            {
                await ShowNextAsync();
            }
        }

        while (reading.Count > 0)
        {
            await ShowNextAsync();
        }

        await sink.CompleteAsync();
        BulkReport.Check(failed, count, "read");

        async Task ShowNextAsync()
        {
            var (number, result) = reading.Dequeue();
            count++;
            if (await result is ({ } contact, _))
            {
                await sink.AddAsync([contact]);
            }
            else
            {
                failed++;
                await call.Host.Error.WriteLineAsync($"contacts: line {number}: {SafeText.Of((await result).Mistake!)}");
            }
        }
    }

    private static async Task<(Contact? Contact, string? Mistake)> ReadAsync(ServiceCall call, IdLine line)
    {
        try
        {
            return line.Mistake is null ? (await call.Client.GetAsync(line.Id, call.Token), null) : (null, line.Mistake);
        }
        catch (Exception exception) when (exception is ContactsException or ArgumentException)
        {
            return (null, Failure.Of(exception).Message);
        }
    }
}
