using System.Globalization;

namespace Contacts.Generated.Testing;

/// <summary>Generates notifications, newest first; those that are added later are newer still.</summary>
internal sealed class NotificationGenerator(int seed)
{
    public const int InitialCount = 30;
    public const string Prefix = "not";

    private static readonly string[] _types = ["201", "204", "101", "301", "203", "202", "302", "304", "303", "305"];

    public long IndexOf(string id) => SyntheticId.IndexOf(seed, Prefix, id);

    public Notification Create(long index)
    {
        var random = new SeededRandom(seed, "notification", index);
        var type = _types[index % _types.Length];
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var agent = random.Next(SyntheticWorld.Agents.Length);
        var isConversation = type[0] == '2';

        // For a record on a data board, the title and the content are its name, which may be empty.
        var title = type[0] switch { '1' => index % 20 < 10 ? "Record " + number : "", '2' => "Visitor " + number, _ => "Team " + number };
        return new Notification
        {
            ObjectName = "notifications",
            Id = SyntheticId.ForIndex(seed, Prefix, index),
            Type = new NotificationType(type),
            Title = title,
            Content = type[0] switch { '1' => title, '2' => "Hello, this is message " + number, _ => SyntheticWorld.Agents[agent] },
            From = type[0] == '1' ? SyntheticWorld.AgentId(agent) : SyntheticWorld.Agents[agent],
            ActionTo = ActionOf(type, index),
            ActionDisable = false,
            UserId = SyntheticWorld.CurrentUser,
            ChannelType = isConversation ? ChannelType.KnownValues[random.Next(ChannelType.KnownValues.Count)] : default(ChannelType?),
            IsRead = index % 3 == 2,
            CreatedAt = CreatedAt(index),
        };
    }

    private static DateTimeOffset CreatedAt(long index) => index < InitialCount
        ? SyntheticWorld.Now.AddMinutes(-37 * (index + 1))
        : SyntheticWorld.Now.AddMinutes(index);

    private NotificationAction ActionOf(string type, long index) => type switch
    {
        "101" => new() { BoardId = SyntheticWorld.Board, BoardItemId = SyntheticId.For(seed, "bi", index) },
        "202" => new() { TeamOwnConversationId = SyntheticId.For(seed, "toc", index) },
        ['2', ..] => new() { TeamConversationUserId = SyntheticId.For(seed, "tcu", index) },
        _ => new() { TeamId = SyntheticWorld.Team, TeamUserId = SyntheticId.For(seed, "tu", index) },
    };
}
