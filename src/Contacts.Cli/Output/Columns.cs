using System.Globalization;
using Contacts.Generated;

namespace Contacts.Cli.Output;

/// <summary>A column of a table. The first column is the id; the last one is left out first when there is no room.</summary>
/// <param name="Header">The title.</param>
/// <param name="Value">The text of a cell.</param>
/// <param name="Minimum">The smallest width in which a value makes sense.</param>
/// <param name="Typical">The width that values usually need, for a table whose later rows are not known yet.</param>
/// <param name="IsWhole">Whether values are never cut, because people copy them.</param>
internal sealed record Column<T>(string Header, Func<T, string?> Value, int Minimum = 8, int Typical = 0, bool IsWhole = false);

/// <summary>The columns of each kind of item, as people see it in a list.</summary>
internal static class Columns
{
    public static IReadOnlyList<Column<Contact>> Contacts { get; } =
    [
        new("Id", static contact => contact.Id, IsWhole: true),
        new("Name", static contact => contact.DisplayName, Minimum: 12, Typical: 20),
        new("Email", static contact => contact.Email, Minimum: 14, Typical: 24),
        new("Phone", static contact => contact.PhoneNumber, Minimum: 10, Typical: 12),
        new("Channel", static contact => contact.ChannelType?.Value, Minimum: 8, Typical: 9),
        new("Created", static contact => Time(contact.CreatedAt), Minimum: 17),
    ];

    public static IReadOnlyList<Column<Conversation>> Conversations { get; } =
    [
        new("Id", static conversation => conversation.Id, IsWhole: true),
        new("Channel", static conversation => conversation.ChannelType?.Value, Minimum: 8),
        new("Status", static conversation => conversation.Status, Minimum: 8),
        new("Name", static conversation => conversation.Name, Minimum: 12),
        new("Last event", static conversation => Time(conversation.Timestamp), Minimum: 17),
    ];

    public static IReadOnlyList<Column<ContactComment>> Comments { get; } =
    [
        new("Id", static comment => comment.Id, IsWhole: true),
        new("Text", static comment => comment.Text, Minimum: 16, Typical: 32),
        new("From", static comment => comment.From?.DisplayName, Minimum: 10, Typical: 12),
        new("Created", static comment => Time(comment.CreatedAt), Minimum: 17),
    ];

    public static IReadOnlyList<Column<ContactComment>> MessageComments { get; } =
    [
        new("Id", static message => message.Id, IsWhole: true),
        new("Message", static message => message.Text, Minimum: 12, Typical: 24),
        new("Comments", static message => Texts(message.Comments), Minimum: 16, Typical: 32),
        new("Changed", static message => Time(message.UpdatedAt ?? message.CreatedAt), Minimum: 17),
    ];

    public static IReadOnlyList<Column<ContactFile>> Files { get; } =
    [
        new("Id", static file => file.Id, IsWhole: true),
        new("Name", static file => file.Name, Minimum: 12),
        new("Type", static file => file.Type, Minimum: 5),
        new("Size", static file => file.Size?.ToString(CultureInfo.InvariantCulture), Minimum: 6),
        new("Url", static file => file.Url, IsWhole: true),
    ];

    public static IReadOnlyList<Column<ConversationActivity>> Activities { get; } =
    [
        new("Id", static activity => activity.Id, IsWhole: true),
        new("Summary", static activity => activity.Summary ?? activity.Type, Minimum: 16),
        new("Sentiment", static activity => activity.Sentiment, Minimum: 8),
        new("Importance", static activity => activity.Importance, Minimum: 6),
        new("Created", static activity => Time(activity.CreatedAt), Minimum: 17),
    ];

    public static IReadOnlyList<Column<Notification>> Notifications { get; } =
    [
        new("Id", static notification => notification.Id, IsWhole: true),
        new("Title", static notification => notification.Title, Minimum: 10, Typical: 16),
        new("Content", static notification => notification.Content, Minimum: 20, Typical: 28),
        new("Read", static notification => notification.IsRead ? "yes" : "no", Minimum: 4),
        new("Type", static notification => notification.Type?.Value, Minimum: 4),
        new("Created", static notification => Time(notification.CreatedAt), Minimum: 17),
    ];

    private static string Texts(IReadOnlyList<ContactComment>? comments) =>
        string.Join("; ", comments?.Select(static comment => comment.Text) ?? []);

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);
}
