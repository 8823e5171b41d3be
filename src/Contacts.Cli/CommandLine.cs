using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Text;
using Contacts.Cli.Commands;
using Contacts.Cli.Failures;
using Contacts.Cli.Help;
using Contacts.Cli.Hosting;

namespace Contacts.Cli;

/// <summary>All commands, and how a command line is run.</summary>
internal static class CommandLine
{
    private const int UsualWidth = 80;
    private const int WidestHelp = 100;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, CliHost host, CancellationToken cancellationToken = default)
    {
        var parsed = Commands(host).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        return await FailureReport.GuardAsync(host, CommandFactory.PathOf(parsed), null, async () =>
        {
            if (parsed.Action is ParseErrorAction)
            {
                throw new UsageException(ParseProblem.Of(parsed));
            }

            await using var output = new StreamWriter(host.Output, new UTF8Encoding(false), leaveOpen: true) { AutoFlush = true };
            var configuration = new InvocationConfiguration
            {
                Output = output,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,

                // The process handles signals itself.
                ProcessTerminationTimeout = null,
            };
            return await parsed.InvokeAsync(configuration, cancellationToken);
        });
    }

    public static RootCommand Commands(CliHost host)
    {
        var commands = new CommandFactory(host);
        var page = new HelpPage(Math.Min(host.TerminalWidth ?? UsualWidth, WidestHelp));
        var root = new RootCommand("The contacts and notifications API in a terminal.")
        {
            ListCommand.Create(commands),
            GetCommand.Create(commands),
            GetCommand.CreateByBoardItem(commands),
            CreateCommand.Create(commands),
            UpdateCommand.Create(commands),
            DeleteCommand.Create(commands),
            SearchCommand.Create(commands),
            ExportCommand.Create(commands),
            ConversationsCommand.Create(commands),
            CommentsCommand.Create(commands),
            MessageCommentsCommand.Create(commands),
            FilesCommand.Create(commands),
            ActivitiesCommand.Create(commands),
            UploadAvatarCommand.Create(commands),
            SetAvatarCommand.Create(commands),
            NotificationsCommand.Create(commands),
            DoctorCommand.Create(commands, host),
            CallCommand.Create(commands),
            LoginCommand.Create(host),
            ProfileCommand.Create(host),
            DemoCommand.Create(),
            EmulatorCommand.Create(host),
            EmulatorCommand.CreateUnlisted(host),
            CompletionCommand.Create(),
            HelpCommand.Create(host, page),
        };
        root.Options.OfType<HelpOption>().Single().Action = page;
        root.SetAction(page.Invoke);
        return root;
    }
}
