using System.CommandLine;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts get</c> and <c>contacts get-by-board-item</c>.</summary>
internal static class GetCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        return commands.Create("get", "Shows the fields of a contact.", [id], async call =>
            await call.Results.OneAsync(await call.Client.GetAsync(call.Text(id), call.Token)));
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
}
