using System.CommandLine;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts delete</c>.</summary>
internal static class DeleteCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        var deletion = new Deletion();
        return commands.Create("delete", "Deletes a contact for good.", [id, .. deletion.Options], call =>
        {
            var (client, contact) = (call.Client, call.Text(id));
            return deletion.RunAsync(
                call, "contact", contact, () => client.GetAsync(contact, call.Token), () => client.DeleteAsync(contact, call.Token));
        });
    }
}
