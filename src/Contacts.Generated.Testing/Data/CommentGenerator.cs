namespace Contacts.Generated.Testing;

/// <summary>Generates the comments on a contact and on its messages, more than fit on a page of the default size.</summary>
internal sealed class CommentGenerator(int seed, ConversationGenerator conversations)
{
    public const string Prefix = "cmc";

    /// <summary>The number of the first comment on a message, above those of the other comments, messages and files.</summary>
    private const int FirstOnMessages = 200;

    private static readonly string[] _texts =
    [
        "Called back", "Sent the offer", "Wants a demo on Monday", "已回覆客戶", "Ждёт ответа", "Left a voicemail, \"urgent\"",
    ];

    /// <summary>Comments, the oldest first.</summary>
    public IEnumerable<ContactComment> For(Contact contact, long key)
    {
        var random = new SeededRandom(seed, "comments", key);
        var all = conversations.For(contact, key).ToArray();
        var count = all.Length == 0 ? 0 : 12 + random.Next(9);
        for (var number = 0; number < count; number++)
        {
            yield return Create(ref random, contact, all[number % all.Length], SyntheticId.For(seed, Prefix, key, number), number);
        }
    }

    /// <summary>Messages with their comments, oldest first: two pages of the size that the web application asks for.</summary>
    public IEnumerable<ContactComment> OfMessages(Contact contact, long key)
    {
        var random = new SeededRandom(seed, "messages", key);
        var all = conversations.For(contact, key).ToArray();
        var count = all.Length == 0 ? 0 : 60 + random.Next(30);
        for (var number = 0; number < count; number++)
        {
            var conversation = all[number % all.Length];
            var id = SyntheticId.For(seed, Prefix, key, FirstOnMessages + number);
            var comment = Create(ref random, contact, conversation, id, number);
            var message = Of(conversation, SyntheticId.For(seed, "msg", key, FirstOnMessages + number));
            message.Text = conversation.LatestMessage?.Content?.Text;
            message.Comments = [comment];
            message.CreatedAt = comment.CreatedAt!.Value.AddMinutes(-10);
            message.UpdatedAt = comment.CreatedAt;
            yield return message;
        }
    }

    private static ContactComment Create(ref SeededRandom random, Contact contact, Conversation conversation, string id, int number)
    {
        var agent = random.Next(SyntheticWorld.Agents.Length);
        var comment = Of(conversation, id);
        comment.Text = random.Pick<string>(_texts);
        comment.From = new CommentAuthor { Id = SyntheticWorld.AgentId(agent), DisplayName = SyntheticWorld.Agents[agent] };
        comment.Labels = number % 4 == 0 ? [Label()] : [];
        comment.CreatedAt = (contact.CreatedAt ?? SyntheticWorld.Now).AddHours(2 + number);
        return comment;
    }

    private static ContactComment Of(Conversation conversation, string id) => new()
    {
        Id = id,
        OrganizationId = SyntheticWorld.Organization,
        BusinessUnitId = SyntheticWorld.BusinessUnit,
        ConversationId = conversation.Id,
        ChannelType = conversation.ChannelType,
        TeamId = SyntheticWorld.Team,
        TeamConversationUsersId = conversation.PublicId,
    };

    private static CommentLabel Label() =>
        new() { Id = "label_emulator", Name = "follow-up", Color = "#3366ff", TeamId = SyntheticWorld.Team };
}
