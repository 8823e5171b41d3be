using System.CommandLine;
using Contacts.Cli.Connection;
using Contacts.Cli.Progress;
using Contacts.Generated;

namespace Contacts.Cli.Commands;

/// <summary><c>contacts export</c>.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandFactory commands)
    {
        var sort = Arguments.Sort();
        var file = new Option<string>("--output-file", "-O")
        {
            Description = "Write to this file, which appears only when it is complete; an existing file is replaced. "
                + "Default: standard output, without control characters on a terminal. "
                + "Note that a cell may begin with =, +, - or @, which a spreadsheet treats as a formula.",
            HelpName = "file",
        };
        return commands.Create(
            "export",
            "Exports all contacts as CSV.",
            [sort, file],
            call =>
            {
                var options = new ContactsExportCsvOptions { Sort = call.Parsed.GetValue(sort) };
                var path = call.Parsed.GetValue(file);
                return ProgressDisplay.RunAsync(
                    call,
                    "Exporting contacts",
                    ProgressUnit.Bytes,
                    isBesideOutput: path is null,
                    progress => path is null
                        ? ToOutputAsync(call, options, progress)
                        : call.Client.ExportCsvToFileAsync(path, options, progress, call.Token));
            },
            hasOutput: false);
    }

    private static async Task ToOutputAsync(ServiceCall call, ContactsExportCsvOptions options, IProgress<TransferProgress> progress)
    {
        await using var export = await call.Client.ExportCsvAsync(options, call.Token);
        await export.CopyToAsync(call.TextOutput, progress, call.Token);
    }
}
