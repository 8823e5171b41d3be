using System.CommandLine;
using Contacts.Cli.Output;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts files</c>.</summary>
internal static class FilesCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        return commands.Create("files", "Lists the files exchanged with a contact.", [id], async call =>
            await call.ShowAsync(await call.Client.GetFilesAsync(call.Text(id), call.Token), Columns.Files, "files"), isList: true);
    }
}
