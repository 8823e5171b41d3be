using Contacts.Generated;

namespace Contacts.Cli.Output.Views;

/// <summary>A notification in a list.</summary>
internal static class NotificationView
{
    public static IReadOnlyList<Column<Notification>> Columns { get; } =
    [
        new("Id", static notification => notification.Id, IsWhole: true),
        new("Title", static notification => notification.Title, Minimum: 10, Typical: 16),
        new("Content", static notification => notification.Content, Minimum: 20, Typical: 28),
        new("Read", static notification => notification.IsRead ? "yes" : "no", Minimum: 4),
        new("Type", static notification => notification.Type?.Value, Minimum: 4),
        new("Created", static notification => Cells.Time(notification.CreatedAt), Minimum: 17),
    ];
}
