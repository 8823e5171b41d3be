using Contacts.Generated;

namespace Contacts.Cli.Output.Views;

/// <summary>A file in a list.</summary>
internal static class FileView
{
    public static IReadOnlyList<Column<ContactFile>> Columns { get; } =
    [
        new("Id", static file => file.Id, IsWhole: true),
        new("Name", static file => file.Name, Minimum: 12),
        new("Type", static file => file.Type, Minimum: 5),
        new("Size", static file => Cells.Number(file.Size), Minimum: 6),
        new("Url", static file => file.Url, IsWhole: true),
    ];
}
