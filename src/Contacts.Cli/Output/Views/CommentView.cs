using Contacts.Generated;

namespace Contacts.Cli.Output.Views;

/// <summary>An internal comment in a list.</summary>
internal static class CommentView
{
    public static IReadOnlyList<Column<ContactComment>> Columns { get; } =
    [
        new("Id", static comment => comment.Id, IsWhole: true),
        new("Text", static comment => comment.Text, Minimum: 16, Typical: 32),
        new("From", static comment => comment.From?.DisplayName, Minimum: 10, Typical: 12),
        new("Created", static comment => Cells.Time(comment.CreatedAt), Minimum: 17),
    ];
}
