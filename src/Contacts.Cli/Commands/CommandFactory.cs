using System.CommandLine;
using System.CommandLine.Parsing;
using Contacts.Cli.Connection;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;

namespace Contacts.Cli.Commands;

/// <summary>
/// Creates commands that call the service: adds the common options, connects, and turns exceptions into a line and an exit code.
/// </summary>
internal sealed class CommandFactory(CliHost host)
{
    private readonly ConnectionOptions _connection = new();
    private readonly Option<string> _output = OutputOption.Create();

    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="symbols">Its own arguments and options.</param>
    /// <param name="run">Calls the service and shows the result.</param>
    /// <param name="notFound">What to do if the service does not know the id.</param>
    /// <param name="hasOutput">Whether <c>--output</c> chooses the format of the result.</param>
    /// <param name="isList">Whether the result is a list, of which people choose columns.</param>
    public Command Create(
        string name,
        string description,
        IEnumerable<Symbol> symbols,
        Func<ServiceCall, Task> run,
        string? notFound = null,
        bool hasOutput = true,
        bool isList = false)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
            {
                command.Add(argument);
            }
            else
            {
                command.Add((Option)symbol);
            }
        }

        if (hasOutput)
        {
            command.Add(_output);
            command.Add(JsonQuery.Option);
        }

        if (isList)
        {
            command.Add(TableView.ColumnsOption);
            command.Add(TableView.WideOption);
        }

        foreach (var option in _connection.All)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => FailureReport.GuardAsync(host, PathOf(parsed), notFound, async () =>
        {
            await run(await ConnectAsync(parsed, hasOutput, cancellationToken));
            return ExitCode.Success;
        }));
        return command;
    }

    /// <summary>Creates a command that needs the options, but no working connection.</summary>
    public Command CreateUnconnected(string name, string description, Func<Func<Task<ServiceCall>>, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        foreach (var option in _connection.All)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => FailureReport.GuardAsync(
            host, PathOf(parsed), null, () => run(() => ConnectAsync(parsed, hasOutput: false, cancellationToken), cancellationToken)));
        return command;
    }

    /// <summary>The command as the user wrote it, such as <c>contacts notifications list</c>.</summary>
    public static string PathOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        SymbolResult? result = parsed.CommandResult;
        for (; result is CommandResult { Command: not RootCommand } command; result = result.Parent)
        {
            names.Push(command.Command.Name);
        }

        return string.Join(' ', names.Prepend("contacts"));
    }

    private async Task<ServiceCall> ConnectAsync(ParseResult parsed, bool hasOutput, CancellationToken cancellationToken) => new()
    {
        Parsed = parsed,
        Host = host,
        Format = hasOutput ? OutputOption.ToFormat(parsed, parsed.GetValue(_output), host) : OutputFormat.Table,
        View = TableView.Of(parsed),
        Query = JsonQuery.Of(parsed),
        Connection = await ServiceConnection.OfAsync(parsed, _connection, host, cancellationToken),
        IsFormatGiven = hasOutput && parsed.GetResult(_output) is not null,
        IsVerbose = parsed.GetValue(_connection.Verbose),
        Token = cancellationToken,
    };
}
