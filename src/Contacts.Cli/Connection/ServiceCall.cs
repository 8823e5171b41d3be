using System.CommandLine;
using Contacts.Cli.Hosting;
using Contacts.Cli.Output;
using Contacts.Generated;

namespace Contacts.Cli.Connection;

/// <summary>Everything that a command needs to call the service.</summary>
internal sealed class ServiceCall
{
    private ContactsClient? _client;

    public required ParseResult Parsed { get; init; }

    public required CliHost Host { get; init; }

    public required ServiceConnection Connection { get; init; }

    public required OutputFormat Format { get; init; }

    /// <summary>Whether the user chose the format, rather than the command.</summary>
    public required bool IsFormatGiven { get; init; }

    /// <summary>Which columns of a table or of CSV to show.</summary>
    public required TableView View { get; init; }

    /// <summary>What of the JSON to show; null for all of it.</summary>
    public JsonQuery? Query { get; init; }

    public required bool IsVerbose { get; init; }

    public required CancellationToken Token { get; init; }

    public ContactsClient Client => _client ??= new ContactsClient(Connection.Options);

    public Stream JsonOutput => TerminalStream.For(Host, SafeText.OfJson);

    public Stream TextOutput => TerminalStream.For(Host, SafeText.OfLines);

    public Results Results => Format switch
    {
        OutputFormat.Table => new TableResults(Host, View, Remark),
        OutputFormat.Csv => new CsvResults(TextOutput, View),
        OutputFormat.NdJson => new NdJsonResults(JsonOutput, Query),
        _ => new JsonResults(JsonOutput, Query),
    };

    public string Text(Argument<string> argument) => Parsed.GetValue(argument)!;

    /// <summary>Shows a list that came in one response.</summary>
    public async Task ShowAsync<T>(IReadOnlyList<T> items, IReadOnlyList<Column<T>> columns, string name)
    {
        await Results.ListAsync(items, items, columns);
        if (items.Count == 0)
        {
            Remark($"No {name}.");
        }
    }

    /// <summary>Tells people something besides the result, which scripts do not see.</summary>
    public void Remark(string text)
    {
        if (Format == OutputFormat.Table && (Host.IsOutputTerminal || Host.IsErrorTerminal))
        {
            Host.Error.WriteLine(text);
        }
    }
}
