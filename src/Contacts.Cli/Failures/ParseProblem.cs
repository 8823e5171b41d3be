using System.CommandLine;
using System.CommandLine.Parsing;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Failures;

/// <summary>What is wrong with the command line, in one line.</summary>
internal static class ParseProblem
{
    private static readonly string[] _secretPrefixes = ["api_", "acc_", "eyJ"];

    /// <summary>What other commands call the same thing.</summary>
    private static readonly (string Command, string[] OtherWords)[] _synonyms =
    [
        ("list", ["ls", "all"]), ("get", ["show", "view"]), ("search", ["find", "query"]), ("create", ["add", "new"]),
        ("update", ["edit", "set"]), ("delete", ["rm", "remove"]), ("export", ["download", "csv"]), ("emulator", ["serve", "mock"]),
        ("doctor", ["check"]), ("set-avatar", ["avatar"]), ("login", ["auth", "configure", "signin"]),
    ];

    public static string Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.UnmatchedTokens is [var token, ..])
        {
            return OfUnmatched(command, token);
        }

        return command.Subcommands.Count > 0 && command.Action is null
            ? $"Give a command: {string.Join(", ", command.Subcommands.Select(static subcommand => subcommand.Name))}."
            : OfError(parsed.Errors[0]);
    }

    private static string OfUnmatched(Command command, string token)
    {
        if (LooksSecret(token))
        {
            return "An argument looks like a secret: put it into a file and use --api-key-file or --access-token-file, "
                + "because others can read the command line.";
        }

        // What follows '=' may be anything, even a secret.
        var given = token.Split('=')[0];
        var isOption = given.StartsWith('-');
        var names = isOption
            ? command.Options.Where(static option => !option.Hidden).Select(static option => option.Name)
            : command.Subcommands.Where(static subcommand => !subcommand.Hidden).Select(static subcommand => subcommand.Name);
        var shown = SafeText.OneLine(given, 40);
        if (!isOption && command.Subcommands.Count == 0)
        {
            return $"{shown} is one argument too many.";
        }

        return $"There is no {(isOption ? "option" : "command")} {shown}{HintFor(given, names.ToList(), isOption)}";
    }

    private static string HintFor(string given, List<string> names, bool isOption) =>
        Suggestion.For(given, names) is { } nearest ? $"; did you mean {nearest}?"
        : !isOption && Array.Find(_synonyms, one => one.OtherWords.Contains(given)).Command is { } meant && names.Contains(meant)
            ? $"; did you mean {meant}?"
        : isOption ? "."
        : $". There are {string.Join(", ", names)}.";

    private static string OfError(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Argument: var argument, Tokens.Count: 0, Parent: CommandResult } =>
            $"{argument.Name} is missing: {Lowered(argument.Description!)}",
        OptionResult { Option: var option, Tokens.Count: var count } when count < option.Arity.MinimumNumberOfValues =>
            $"{option.Name} needs a value{Usage(option)}.",
        OptionResult { Option: var option, Tokens.Count: var count } when count > option.Arity.MaximumNumberOfValues =>
            $"{option.Name} is given more than once.",
        _ => Sentence(SafeText.OneLine(error.Message, 300)),
    };

    private static string Usage(Option option) => option.HelpName is { } name ? $": {option.Name} <{name}>" : "";

    private static string Lowered(string description) => char.ToLowerInvariant(description[0]) + description[1..];

    /// <summary>
    /// Whether an argument begins like one of the service's keys and tokens, or like a JWT. The message does not repeat it.
    /// </summary>
    private static bool LooksSecret(string token) => _secretPrefixes.Any(prefix => token.StartsWith(prefix, StringComparison.Ordinal));

    private static string Sentence(string message) => message.EndsWith('.') || message.EndsWith('?') ? message : message + ".";
}
