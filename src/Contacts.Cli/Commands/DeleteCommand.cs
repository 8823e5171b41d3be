using System.CommandLine;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts delete</c>.</summary>
internal static class DeleteCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        var confirmation = new Confirmation();
        return commands.Create("delete", "Deletes a contact for good.", [id, .. confirmation.Options], async call =>
        {
            var contact = call.Text(id);
            if (confirmation.IsDryRun(call))
            {
                await call.Results.OneAsync(await call.Client.GetAsync(contact, call.Token));
                return;
            }

            await confirmation.RequireAsync(call, $"the contact {contact}");
            await call.Results.OneAsync(await call.Client.DeleteAsync(contact, call.Token), "The contact is deleted.");
        });
    }
}
