using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Contacts.Cli.Connection;

namespace Contacts.Cli.Help;

/// <summary>
/// The help of a command, short enough to be read: what it does, its own options, two examples. What all commands have in common is a topic
/// of <c>contacts help</c>.
/// </summary>
/// <param name="width">How many characters a line may have.</param>
internal sealed class HelpPage(int width) : SynchronousCommandLineAction
{
    /// <summary>Where explanations begin; a longer name stands on a line of its own.</summary>
    private const int Column = 26;

    private static readonly HashSet<string> _connection = new ConnectionOptions().All.Select(static option => option.Name).ToHashSet();

    /// <summary>An option that only those commands have that have all of the connection's.</summary>
    private static readonly string _last = new ConnectionOptions().ApiKeyFile.Name;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var path = PathOf(parseResult.CommandResult);
        Write(parseResult.InvocationConfiguration.Output, parseResult.CommandResult.Command, path);
        return 0;
    }

    /// <summary>Writes a topic, such as "connection".</summary>
    public void WriteTopic(TextWriter output, string topic)
    {
        if (topic == HelpTexts.ConnectionTopic)
        {
            output.WriteLine("Options of every command that calls the service:");
            output.WriteLine();
            WriteOptions(output, new ConnectionOptions().All);
            output.WriteLine();
        }

        output.WriteLine(HelpTexts.Topics[topic]);
    }

    private void Write(TextWriter output, Command command, string path)
    {
        WriteText(output, command.Description!, "");
        output.WriteLine();
        WriteUsage(output, command, path);
        if (command is RootCommand)
        {
            WriteGroups(output, command);
            return;
        }

        var connects = command.Options.Any(static option => option.Name == _last);
        var options = command.Options
            .Where(option => option is not HelpOption && !(connects && _connection.Contains(option.Name)))
            .ToList();
        if (command.Arguments.Count + options.Count > 0)
        {
            output.WriteLine();
            foreach (var argument in command.Arguments)
            {
                WriteEntry(output, $"<{argument.Name}>", argument.Description!);
            }

            WriteOptions(output, options);
        }

        WriteSubcommands(output, command.Subcommands);
        WriteExamples(output, path);
        if (connects)
        {
            output.WriteLine();
            output.WriteLine("Which service, as whom, how long: contacts help connection");
        }
    }

    private static void WriteUsage(TextWriter output, Command command, string path)
    {
        var arguments = string.Concat(command.Arguments.Select(static argument => argument.Arity switch
        {
            { MinimumNumberOfValues: > 0 } => $" <{argument.Name}>",
            { MaximumNumberOfValues: > 1 } => $" [<{argument.Name}>...]",
            _ => $" [<{argument.Name}>]",
        }));
        var start = "Usage: ";
        if (command.Action is not null && command is not RootCommand)
        {
            output.WriteLine($"{start}contacts {path}{arguments} [options]");
            start = new string(' ', start.Length);
        }

        if (command.Subcommands.Count > 0)
        {
            output.WriteLine($"{start}contacts {path}{(path.Length > 0 ? " " : "")}<command>");
        }
    }

    private void WriteGroups(TextWriter output, Command root)
    {
        foreach (var (title, names) in HelpTexts.Groups)
        {
            output.WriteLine();
            output.WriteLine(title + ":");
            foreach (var name in names)
            {
                WriteEntry(output, name, FirstSentence(root.Subcommands.Single(command => command.Name == name).Description!));
            }
        }

        WriteExamples(output, "");
        output.WriteLine();
        output.WriteLine("More:");
        output.WriteLine("  contacts help <command>   what a command does and takes");
        foreach (var (topic, what) in HelpTexts.TopicTitles)
        {
            output.WriteLine($"  {$"contacts help {topic}",-24}  {what}");
        }
    }

    private void WriteSubcommands(TextWriter output, IEnumerable<Command> commands)
    {
        var shown = commands.Where(static command => !command.Hidden).ToList();
        if (shown.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Commands:");
            shown.ForEach(command => WriteEntry(output, command.Name, FirstSentence(command.Description!)));
        }
    }

    private void WriteOptions(TextWriter output, IEnumerable<Option> options)
    {
        foreach (var option in options.Where(static option => !option.Hidden))
        {
            var names = string.Join(", ", option.Aliases.Where(static alias => alias.Length == 2).Append(option.Name));
            var value = option.ValueType == typeof(bool) ? "" : $" <{option.HelpName ?? "value"}>";
            WriteEntry(output, names + value, option.Description + DefaultOf(option));
        }
    }

    private static string DefaultOf(Option option) =>
        option.HasDefaultValue && option.ValueType != typeof(bool)
        && Convert.ToString(option.GetDefaultValue(), CultureInfo.InvariantCulture) is { Length: > 0 } value
            ? $" Default: {value}."
            : "";

    private static void WriteExamples(TextWriter output, string path)
    {
        if (HelpTexts.Examples.TryGetValue(path, out var examples))
        {
            output.WriteLine();
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine("  " + example);
            }
        }
    }

    private void WriteEntry(TextWriter output, string name, string text)
    {
        var start = "  " + name;
        if (start.Length + 2 > Column)
        {
            output.WriteLine(start);
            start = "";
        }

        WriteText(output, text, start.PadRight(Column));
    }

    /// <summary>Writes words in lines; the first begins with a start, the others with as many blanks.</summary>
    private void WriteText(TextWriter output, string text, string start)
    {
        var line = start;
        var isEmpty = true;
        foreach (var word in text.Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                output.WriteLine(line);
                (line, isEmpty) = (new string(' ', start.Length), true);
            }

            (line, isEmpty) = (isEmpty ? line + word : $"{line} {word}", false);
        }

        output.WriteLine(line);
    }

    private static string FirstSentence(string text) => text.Split(". ")[0].TrimEnd('.');

    private static string PathOf(CommandResult result)
    {
        var names = new Stack<string>();
        for (var at = result; at.Command is not RootCommand; at = (CommandResult)at.Parent!)
        {
            names.Push(at.Command.Name);
        }

        return string.Join(' ', names);
    }
}
