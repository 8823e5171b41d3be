using System.CommandLine;
using System.CommandLine.Parsing;

namespace Contacts.Cli.Commands;

/// <summary>The command as the user wrote it, such as <c>contacts notifications list</c>.</summary>
internal static class CommandPath
{
    public static string Of(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolResult? result = parsed.CommandResult; result is CommandResult { Command: not RootCommand } command; result = result.Parent)
        {
            names.Push(command.Command.Name);
        }

        return string.Join(' ', names.Prepend("contacts"));
    }
}
