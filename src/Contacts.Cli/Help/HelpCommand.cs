using System.CommandLine;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Help;

/// <summary><c>contacts help</c>: the help of a command, or a topic.</summary>
internal static class HelpCommand
{
    public static Command Create(CliHost host, HelpPage page)
    {
        var words = new Argument<string[]>("COMMAND") { Description = "A command or a topic.", Arity = ArgumentArity.ZeroOrMore };
        words.CompletionSources.Add([.. HelpTexts.Topics.Keys]);
        var command = new Command("help", "Shows the help of a command, or one of the topics.") { words };
        command.SetAction((parsed, cancellationToken) => FailureReport.GuardAsync(
            host, "contacts", null, () => RunAsync(parsed, parsed.GetValue(words) ?? [], page, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, string[] words, HelpPage page, CancellationToken cancellationToken)
    {
        if (words is [var topic] && HelpTexts.Topics.ContainsKey(topic))
        {
            page.WriteTopic(parsed.InvocationConfiguration.Output, topic);
            return ExitCode.Success;
        }

        var root = parsed.RootCommandResult.Command;
        var wanted = ((RootCommand)root).Parse([.. words, "--help"]);
        return wanted.UnmatchedTokens.Count > 0
            ? throw new UsageException(ParseProblem.Of(wanted))
            : await wanted.InvokeAsync(parsed.InvocationConfiguration, cancellationToken);
    }
}
