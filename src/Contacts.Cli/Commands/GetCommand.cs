using System.CommandLine;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts get</c>.</summary>
internal static class GetCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        return commands.Create("get", "Shows the fields of a contact.", [id], async call =>
            await call.Results.OneAsync(await call.Client.GetAsync(call.Text(id), call.Token)));
    }
}
