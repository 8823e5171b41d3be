using System.CommandLine;
using Contacts.Cli.Output;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts activities</c>.</summary>
internal static class ActivitiesCommand
{
    private const string WhereFrom = "'contacts conversations CONTACT_ID' lists the ids of a contact's conversations";

    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.Id("CONVERSATION_ID", $"The id of a conversation, not of a contact: {WhereFrom}.");
        return commands.Create(
            "activities",
            "Lists the activity of a conversation.",
            [id],
            async call =>
                await call.ShowAsync(await call.Client.GetActivitiesAsync(call.Text(id), call.Token), Columns.Activities, "activities"),
            isList: true,
            notFound: $"The id must be that of a conversation, not of a contact: {WhereFrom}.");
    }
}
