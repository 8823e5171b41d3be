using System.CommandLine;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts delete</c>.</summary>
internal static class DeleteCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        var confirmation = new Confirmation();
        return commands.Create("delete", "Deletes a contact for good.", [id, .. confirmation.Options], call =>
        {
            var (client, contact) = (call.Client, call.Text(id));
            return confirmation.DeleteAsync(
                call, "contact", contact, () => client.GetAsync(contact, call.Token), () => client.DeleteAsync(contact, call.Token));
        });
    }
}
