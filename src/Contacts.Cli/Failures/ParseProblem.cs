using System.CommandLine;

namespace Contacts.Cli.Failures;

/// <summary>What is wrong with the command line, in one line.</summary>
internal static class ParseProblem
{
    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var token, ..])
        {
            var isOption = token.StartsWith('-');
            var names = isOption
                ? command.Options.Where(static option => !option.Hidden).Select(static option => option.Name)
                : command.Subcommands.Select(static subcommand => subcommand.Name);
            var nearest = NearestName.Of(token.Split('=')[0], names);
            if (nearest is not null)
            {
                return $"There is no {(isOption ? "option" : "command")} {OneLine.Of(token.Split('=')[0], 40)}; did you mean {nearest}?";
            }
        }

        return Sentence(parsed.Errors[0].Message);
    }

    private static string Sentence(string message) => message.EndsWith('.') || message.EndsWith('?') ? message : message + ".";
}
