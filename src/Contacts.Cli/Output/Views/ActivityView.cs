using Contacts.Generated;

namespace Contacts.Cli.Output.Views;

/// <summary>An activity of a conversation in a list.</summary>
internal static class ActivityView
{
    public static IReadOnlyList<Column<ConversationActivity>> Columns { get; } =
    [
        new("Id", static activity => activity.Id, IsWhole: true),
        new("Summary", static activity => activity.Summary ?? activity.Type, Minimum: 16),
        new("Sentiment", static activity => activity.Sentiment, Minimum: 8),
        new("Importance", static activity => activity.Importance, Minimum: 6),
        new("Created", static activity => Cells.Time(activity.CreatedAt), Minimum: 17),
    ];
}
