namespace Contacts.Cli.Output;

/// <summary>The forms of a result.</summary>
internal enum OutputFormat
{
    /// <summary>For people: columns, or one field a line.</summary>
    Table,

    /// <summary>One JSON document, as the service has it, indented.</summary>
    Json,

    /// <summary>One JSON object a line.</summary>
    NdJson,
}
