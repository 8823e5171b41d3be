using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Contacts.Cli.Failures;
using Contacts.Generated;

namespace Contacts.Cli.Output;

/// <summary>What of the items people want to see: the options <c>--columns</c> and <c>--wide</c>.</summary>
/// <param name="Names">The names of the chosen columns; null for the usual ones.</param>
/// <param name="IsWide">Whether nothing is shortened or left out.</param>
internal sealed record TableView(IReadOnlyList<string>? Names, bool IsWide)
{
    /// <summary>The usual columns, as wide as there is room for.</summary>
    public static TableView Usual { get; } = new(null, false);

    public static Option<string> ColumnsOption { get; } = new("--columns")
    {
        Description = "The columns of a table or CSV: id,name,email, or any field of the JSON.",
        HelpName = "name,…",
    };

    public static Option<bool> WideOption { get; } = new("--wide", "-w")
    {
        Description = "A table as wide as its content, with whole ids.",
    };

    public bool IsGiven => Names is not null || IsWide;

    public static TableView Of(ParseResult parsed) => new(
        parsed.GetValue(ColumnsOption)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        parsed.GetValue(WideOption));

    /// <summary>The chosen columns: by their titles, or by the names of fields.</summary>
    /// <exception cref="UsageException">There is no such column.</exception>
    public IReadOnlyList<Column<T>> Select<T>(IReadOnlyList<Column<T>> usual) =>
        Names is null ? usual : [.. Names.Select(name => usual.FirstOrDefault(column => column.Name == name) ?? FieldOf(name, usual))];

    private static Column<T> FieldOf<T>(string name, IReadOnlyList<Column<T>> usual)
    {
        var fields = ContactsJson.TypeInfoResolver.GetTypeInfo(typeof(T), ModelJson.Options)!.Properties
            .Select(static (JsonPropertyInfo field) => field.Name)
            .ToList();
        if (!fields.Contains(name, StringComparer.Ordinal))
        {
            var titles = usual.Select(static column => column.Name).ToList();
            var meant = Suggestion.For(name, titles.Concat(fields)) is { } near ? $"; did you mean \"{near}\"?" : ".";
            throw new UsageException(
                $"--columns: there is no column \"{name}\"{meant} There are {string.Join(", ", titles)}, and the fields that json shows.");
        }

        return new Column<T>(name, item => TextOf(ModelJson.ToElement(item), name), Minimum: 8);
    }

    private static string? TextOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) ? TableResults.Text(value) : null;
}
