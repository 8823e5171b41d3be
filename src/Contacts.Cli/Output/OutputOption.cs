using System.CommandLine;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;
using Contacts.Cli.Options;

namespace Contacts.Cli.Output;

/// <summary><c>--output</c>.</summary>
internal static class OutputOption
{
    public static Option<string> Create() => new Option<string>("--output", "-o")
    {
        Description = "Default: table on a terminal, json elsewhere.",
    }.OneOf("table", "json", "ndjson", "csv");

    /// <summary>The format that was given, or the one that is meant.</summary>
    /// <exception cref="UsageException">Another option does not go with the format.</exception>
    public static OutputFormat ToFormat(ParseResult parsed, string? text, CliHost host)
    {
        var (hasColumns, hasQuery) = (TableView.Of(parsed).IsGiven, parsed.GetValue(JsonQuery.Option) is not null);
        return text switch
        {
            "json" or "ndjson" or null when hasColumns && hasQuery =>
                throw new UsageException("--query is for JSON, and --columns and --wide are for tables and CSV: use one of them."),
            "json" or "ndjson" when hasColumns =>
                throw new UsageException("--columns and --wide are for tables and CSV; --query chooses what JSON shows."),
            "table" or "csv" when hasQuery => throw new UsageException("--query is for JSON; --columns chooses what tables and CSV show."),
            "table" => OutputFormat.Table,
            "json" => OutputFormat.Json,
            "ndjson" => OutputFormat.NdJson,
            "csv" => OutputFormat.Csv,
            _ => !hasQuery && (host.IsOutputTerminal || hasColumns) ? OutputFormat.Table : OutputFormat.Json,
        };
    }
}

/// <summary>The formats of a result.</summary>
internal enum OutputFormat
{
    /// <summary>For people: columns, or one field per line.</summary>
    Table,

    /// <summary>One indented JSON document, as the service sends it.</summary>
    Json,

    /// <summary>One JSON object per line.</summary>
    NdJson,

    /// <summary>Comma-separated values with a line of column names, for a spreadsheet.</summary>
    Csv,
}
