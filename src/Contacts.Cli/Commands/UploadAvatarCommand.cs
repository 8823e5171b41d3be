using System.CommandLine;
using Contacts.Cli.Progress;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts upload-avatar</c>.</summary>
internal static class UploadAvatarCommand
{
    public static Command Create(CommandFactory commands)
    {
        var file = Arguments.File();
        return commands.Create(
            "upload-avatar",
            "Uploads a picture and shows its address.",
            [file],
            async call =>
            {
                var content = UploadContent.FromFile(call.Text(file));
                UploadResult? result = null;
                await ProgressDisplay.RunAsync(call, "Uploading", ProgressUnit.Bytes, isBesideOutput: false, async progress =>
                    result = await call.Client.UploadAvatarAsync(content, progress, call.Token));
                await call.Results.OneAsync(result!);
            });
    }
}
