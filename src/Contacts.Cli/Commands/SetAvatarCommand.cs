using System.CommandLine;
using Contacts.Cli.Progress;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts set-avatar</c>.</summary>
internal static class SetAvatarCommand
{
    public static Command Create(CommandFactory commands)
    {
        var id = Arguments.ContactId();
        var file = Arguments.File();
        return commands.Create(
            "set-avatar",
            "Uploads a picture as the avatar of a contact.",
            [id, file],
            async call =>
            {
                var content = UploadContent.FromFile(call.Text(file));
                Contact? contact = null;
                await ProgressDisplay.RunAsync(call, "Uploading", ProgressUnit.Bytes, isBesideOutput: false, async progress =>
                    contact = await call.Client.SetAvatarAsync(call.Text(id), content, progress, call.Token));
                await call.Results.OneAsync(contact!);
            });
    }
}
