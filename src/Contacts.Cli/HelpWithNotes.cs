using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Contacts.Cli;

/// <summary>
/// The library's help, without what a command does not accept; that of the root command also lists what applies to all commands.
/// </summary>
internal sealed class HelpWithNotes(HelpAction help) : SynchronousCommandLineAction
{
    private const string Notes = """
        Environment:
          IMBRACE_GATEWAY_URL      the service's gateway; --gateway wins over it
          IMBRACE_API_KEY          an API key, for a backend
          IMBRACE_ACCESS_TOKEN     or the token of a signed-in user; a JWT is sent
                                   as Bearer when there is an organization
          IMBRACE_ORGANIZATION_ID  the organization, where one is needed
          NO_COLOR                 turns colours off

        Exit codes:
          0 done             1 the service or a file failed   2 wrong usage
          3 no connection    4 credential rejected            130 interrupted by Ctrl-C
          129, 131, 143      ended by SIGHUP, SIGQUIT, SIGTERM

        Try it without an account:
          contacts emulator                runs an emulator of the service
          contacts list --gateway ADDRESS  with IMBRACE_API_KEY=anything

        Completion in bash, zsh and PowerShell comes from dotnet-suggest:
          dotnet tool install --global dotnet-suggest
          https://learn.microsoft.com/dotnet/standard/commandline/how-to-enable-tab-completion
        """;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        // In the usage of a command, the library would repeat the arguments and options of the command above it.
        for (var above = parseResult.CommandResult.Parent as CommandResult; above is not null; above = above.Parent as CommandResult)
        {
            foreach (var argument in above.Command.Arguments)
            {
                argument.Hidden = true;
            }
        }

        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is RootCommand)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(Notes);
        }

        return code;
    }
}
