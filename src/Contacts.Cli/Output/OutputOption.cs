using System.CommandLine;
using Contacts.Cli.Hosting;
using Contacts.Cli.Options;

namespace Contacts.Cli.Output;

/// <summary><c>--output</c>.</summary>
internal static class OutputOption
{
    public static Option<string> Create() => new Option<string>("--output", "-o")
    {
        Description = "The format of the result. Default: table on a terminal, json elsewhere.",
    }.OneOf("table", "json", "ndjson");

    public static OutputFormat ToFormat(string? text, CliHost host) => text switch
    {
        "table" => OutputFormat.Table,
        "json" => OutputFormat.Json,
        "ndjson" => OutputFormat.NdJson,
        _ => host.IsOutputTerminal ? OutputFormat.Table : OutputFormat.Json,
    };
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
}
