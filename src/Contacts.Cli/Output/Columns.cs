using System.Globalization;
using System.Reflection;
using Contacts.Generated;

namespace Contacts.Cli.Output;

/// <summary>A column of a table or of CSV. The first column is the id; the last one is left out first when there is no room.</summary>
/// <param name="Header">The title.</param>
/// <param name="Value">The text of a cell.</param>
/// <param name="Minimum">The smallest width in which a value makes sense.</param>
/// <param name="Typical">The width that values usually need, for a table whose later rows are not known yet.</param>
/// <param name="Shortening">What is left of a value for which there is no room.</param>
internal sealed record Column<T>(
    string Header, Func<T, string?> Value, int Minimum = 8, int Typical = 0, Shortening Shortening = Shortening.Beginning)
{
    /// <summary>The name under which it is chosen.</summary>
    public string Name => Header.ToLowerInvariant().Replace(' ', '-');
}

/// <summary>What is left of a value that is too long.</summary>
internal enum Shortening
{
    /// <summary>Its beginning.</summary>
    Beginning,

    /// <summary>Both ends, as of an id or an address, whose middle says least.</summary>
    BothEnds,

    /// <summary>The day of a time.</summary>
    Day,
}

/// <summary>The columns of each kind of item, as people see it in a list.</summary>
internal static class Columns
{
    private static readonly Dictionary<string, string> _typeNames = typeof(NotificationType)
        .GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(static property => property.PropertyType == typeof(NotificationType))
        .ToDictionary(static property => ((NotificationType)property.GetValue(null)!).Value, static property => Words(property.Name));

    public static IReadOnlyList<Column<Contact>> Contacts { get; } =
    [
        Id<Contact>(static contact => contact.Id),
        new("Name", static contact => contact.DisplayName, Minimum: 12, Typical: 20),
        new("Email", static contact => contact.Email, Minimum: 14, Typical: 24),
        new("Phone", static contact => contact.PhoneNumber, Minimum: 10, Typical: 12),
        new("Channel", static contact => contact.ChannelType?.Value, Minimum: 8, Typical: 9),
        Time<Contact>("Created", static contact => contact.CreatedAt),
    ];

    public static IReadOnlyList<Column<Conversation>> Conversations { get; } =
    [
        Id<Conversation>(static conversation => conversation.Id),
        new("Channel", static conversation => conversation.ChannelType?.Value, Minimum: 8),
        new("Status", static conversation => conversation.Status, Minimum: 8),
        new("Name", static conversation => conversation.Name, Minimum: 12),
        Time<Conversation>("Last event", static conversation => conversation.Timestamp),
    ];

    public static IReadOnlyList<Column<ContactComment>> Comments { get; } =
    [
        Id<ContactComment>(static comment => comment.Id),
        new("Text", static comment => comment.Text, Minimum: 16, Typical: 32),
        new("From", static comment => comment.From?.DisplayName, Minimum: 10, Typical: 12),
        Time<ContactComment>("Created", static comment => comment.CreatedAt),
    ];

    public static IReadOnlyList<Column<ContactComment>> MessageComments { get; } =
    [
        Id<ContactComment>(static message => message.Id),
        new("Message", static message => message.Text, Minimum: 12, Typical: 24),
        new("Comments", static message => Texts(message.Comments), Minimum: 16, Typical: 32),
        Time<ContactComment>("Changed", static message => message.UpdatedAt ?? message.CreatedAt),
    ];

    public static IReadOnlyList<Column<ContactFile>> Files { get; } =
    [
        Id<ContactFile>(static file => file.Id),
        new("Name", static file => file.Name, Minimum: 12),
        new("Type", static file => file.Type, Minimum: 5),
        new("Size", static file => file.Size?.ToString(CultureInfo.InvariantCulture), Minimum: 6),
        new("Url", static file => file.Url, Minimum: 22, Shortening: Shortening.BothEnds),
    ];

    public static IReadOnlyList<Column<ConversationActivity>> Activities { get; } =
    [
        Id<ConversationActivity>(static activity => activity.Id),
        new("Summary", static activity => activity.Summary ?? activity.Type, Minimum: 16),
        new("Sentiment", static activity => activity.Sentiment, Minimum: 8),
        new("Importance", static activity => activity.Importance, Minimum: 6),
        Time<ConversationActivity>("Created", static activity => activity.CreatedAt),
    ];

    public static IReadOnlyList<Column<Notification>> Notifications { get; } =
    [
        Id<Notification>(static notification => notification.Id),
        new("Title", static notification => notification.Title, Minimum: 9, Typical: 16),
        new("Content", static notification => notification.Content, Minimum: 12, Typical: 28),
        new("Read", static notification => notification.IsRead ? "yes" : "no", Minimum: 4),
        new("Type", static notification => NameOf(notification.Type), Minimum: 20, Typical: 20),
        Time<Notification>("Created", static notification => notification.CreatedAt),
    ];

    private static string Texts(IReadOnlyList<ContactComment>? comments) =>
        string.Join("; ", comments?.Select(static comment => comment.Text) ?? []);

    private static Column<T> Id<T>(Func<T, string?> value) => new("Id", value, Minimum: 13, Shortening: Shortening.BothEnds);

    private static Column<T> Time<T>(string header, Func<T, DateTimeOffset?> value) => new(
        header,
        item => value(item)?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
        Minimum: 10,
        Shortening: Shortening.Day);

    /// <summary>What the contract calls a type of notification, such as "team invited"; the number of one that it does not know.</summary>
    private static string? NameOf(NotificationType? type) =>
        type is { } given ? _typeNames.GetValueOrDefault(given.Value, given.Value) : null;

    private static string Words(string name) =>
        string.Concat(name.Select(static (letter, index) => char.IsUpper(letter) && index > 0 ? " " + letter : letter.ToString()))
            .ToLowerInvariant();
}
