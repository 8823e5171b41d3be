using System.Globalization;

namespace Contacts.Generated.Testing;

/// <summary>Generates the notifications of a user, newest first; those that are added later are newer still.</summary>
internal sealed class NotificationGenerator(int seed, EmulatorUser user) : IItemSource<Notification>
{
    public const string Prefix = "not";

    private const int InitialCount = 30;

    private static readonly string[] _types = ["201", "204", "101", "301", "203", "202", "302", "304", "303", "305"];

    /// <summary>No two users have a notification in common.</summary>
    private readonly int _seed = user.IsDefault ? seed : seed ^ (int)StableHash.Of(user.Name);

    public int Count => InitialCount;

    public long IndexOf(string id) => SyntheticId.IndexOf(_seed, Prefix, id);

    public Notification Peek(long index) => Create(index);

    public Notification Create(long index)
    {
        var random = new SeededRandom(_seed, "notification", index);
        var type = _types[index % _types.Length];
        var number = (index + 1).ToString(CultureInfo.InvariantCulture);
        var agent = random.Next(SyntheticWorld.Agents.Length);
        var isConversation = type[0] == '2';

        // For a record on a data board, the title and the content are its name, which may be empty.
        var title = type[0] switch { '1' => index % 20 < 10 ? "Record " + number : "", '2' => "Visitor " + number, _ => "Team " + number };
        return new Notification
        {
            ObjectName = "notifications",
            Id = SyntheticId.ForIndex(_seed, Prefix, index),
            Type = new NotificationType(type),
            Title = title,
            Content = type[0] switch { '1' => title, '2' => "Hello, this is message " + number, _ => SyntheticWorld.Agents[agent] },
            From = type[0] == '1' ? SyntheticWorld.AgentId(agent) : SyntheticWorld.Agents[agent],
            ActionTo = ActionOf(type, prefix => SyntheticId.For(seed, prefix, index)),
            ActionDisable = false,
            UserId = user.Id,
            ChannelType = isConversation ? ChannelType.KnownValues[random.Next(ChannelType.KnownValues.Count)] : default(ChannelType?),
            IsRead = index % 3 == 2,
            CreatedAt = CreatedAt(index),
        };
    }

    /// <summary>What a notification of this type leads to.</summary>
    public static NotificationAction ActionOf(string type, Func<string, string> idOf) => type switch
    {
        ['1', ..] => new() { BoardId = SyntheticWorld.Board, BoardItemId = idOf("bi") },
        "202" => new() { TeamOwnConversationId = idOf("toc") },
        ['2', ..] => new() { TeamConversationUserId = idOf("tcu") },
        _ => new() { TeamId = SyntheticWorld.Team, TeamUserId = idOf("tu") },
    };

    private static DateTimeOffset CreatedAt(long index) => index < InitialCount
        ? SyntheticWorld.Now.AddMinutes(-37 * (index + 1))
        : SyntheticWorld.Now.AddMinutes(index);
}
