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
            if (LooksSecret(token))
            {
                return "There is an argument that looks like a secret: put it into a file and give --api-key-file or --access-token-file, for others can read the command line.";
            }

            var isOption = token.StartsWith('-');
            var names = isOption
                ? command.Options.Where(static option => !option.Hidden).Select(static option => option.Name)
                : command.Subcommands.Select(static subcommand => subcommand.Name);
            var nearest = Suggestion.For(token.Split('=')[0], names);
            if (nearest is not null)
            {
                return $"There is no {(isOption ? "option" : "command")} {OneLine.Of(token.Split('=')[0], 40)}; did you mean {nearest}?";
            }
        }

        return command.Subcommands.Count > 0 && parsed.UnmatchedTokens.Count == 0
            ? $"Give a command: {string.Join(", ", command.Subcommands.Select(static subcommand => subcommand.Name))}."
            : Sentence(OneLine.Of(parsed.Errors[0].Message, 300));
    }

    /// <summary>How the service's keys and tokens, and JWTs, begin. Such an argument is not repeated.</summary>
    private static bool LooksSecret(string token) =>
        token.StartsWith("api_", StringComparison.Ordinal) || token.StartsWith("acc_", StringComparison.Ordinal) || token.StartsWith("eyJ", StringComparison.Ordinal);

    private static string Sentence(string message) => message.EndsWith('.') || message.EndsWith('?') ? message : message + ".";
}
