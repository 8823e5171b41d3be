namespace Contacts.Generated.Testing;

/// <summary>Generates the conversations of a contact, and their activities.</summary>
internal sealed class ConversationGenerator(int seed)
{
    public const string Prefix = "conv";

    private const int MaxPerContact = 3;

    private static readonly string[] _statuses = ["active", "pending", "closed", "overdue", "unassigned"];
    private static readonly string[] _texts = ["Hello", "Is this still available?", "Thank you!", "請問營業時間?", "Когда вы открыты?"];
    private static readonly string[] _sentiments = ["positive", "neutral", "negative"];
    private static readonly string[] _importances = ["low", "medium", "high"];

    /// <summary>The contact who has the conversation with an id, and the conversation's number among theirs; -1 twice for none.</summary>
    public (long Key, int Number) Find(string id)
    {
        var index = SyntheticId.IndexOf(seed, Prefix, id);
        var (key, number) = (index / MaxPerContact, (int)(index % MaxPerContact));
        return index >= 0 && number < CountFor(key) ? (key, number) : (-1, -1);
    }

    /// <summary>The conversations of a contact, the oldest first.</summary>
    public IEnumerable<Conversation> For(Contact contact, long key)
    {
        for (var number = 0; number < CountFor(key); number++)
        {
            yield return Create(contact, key, number);
        }
    }

    public IEnumerable<ConversationActivity> Activities(string conversationId, long key, int number)
    {
        var random = new SeededRandom(seed, "activities", unchecked((key * 31) + number));
        var count = 1 + random.Next(3);
        for (var activity = 0; activity < count; activity++)
        {
            yield return new ConversationActivity
            {
                Id = SyntheticId.For(seed, "act", key, (number * 10) + activity),
                DocName = "conversation_activity",
                OrganizationId = SyntheticWorld.Organization,
                ConversationId = conversationId,
                User = SyntheticWorld.AgentId(random.Next(SyntheticWorld.Agents.Length)),
                Summary = "The visitor asked: " + random.Pick<string>(_texts),
                Sentiment = random.Pick<string>(_sentiments),
                Importance = random.Pick<string>(_importances),
                CreatedAt = SyntheticWorld.Now.AddHours(-1 - activity - random.Next(1000)),
            };
        }
    }

    /// <summary>A conversation with everything that the service sends.</summary>
    public static Conversation Whole(
        Contact contact, string id, string view, ChannelType channel, ConversationMessage latest, DateTimeOffset began) => new()
        {
            Id = id,
            DocName = "team_conversation_user",
            PublicId = view,
            OrganizationId = SyntheticWorld.Organization,
            BusinessUnitId = SyntheticWorld.BusinessUnit,
            AssignFrom = SyntheticWorld.AgentId(0),
            Details = new ConversationDetails
            {
                Id = id,
                DocName = "conversation",
                OrganizationId = SyntheticWorld.Organization,
                BusinessUnitId = SyntheticWorld.BusinessUnit,
                ChannelId = "ch_" + channel.Value,
                ChannelType = channel,
                ContactId = contact.Id,
                Status = "active",
                Name = contact.DisplayName,
                Timestamp = latest.CreatedAt,
                IsReady = true,
                IsAgentJoined = true,
                Mode = "hybrid",
                CreatedAt = began,
                UpdatedAt = latest.CreatedAt,
            },
            Contact = contact,
            LatestMessage = latest,
            ContactsLatestMessage = latest,
            AvailableTeamConversations = [new TeamConversation { Id = view, UserId = SyntheticWorld.CurrentUser }],
            Teams = [Team()],
            CreatedAt = began,
            UpdatedAt = latest.CreatedAt,
        };

    private int CountFor(long key) =>
        ContactGenerator.IsBlank(key) ? 0 : 1 + new SeededRandom(seed, "conversations", key).Next(MaxPerContact);

    private Conversation Create(Contact contact, long key, int number)
    {
        var random = new SeededRandom(seed, "conversation", unchecked((key * 31) + number));
        var id = SyntheticId.ForIndex(seed, Prefix, (key * MaxPerContact) + number);
        var view = SyntheticId.For(seed, "tcu", key, number);
        var began = (contact.CreatedAt ?? SyntheticWorld.Now).AddHours(1 + number);
        var latest = began.AddMinutes(5 + random.Next(5000));
        var message = new ConversationMessage
        {
            Id = SyntheticId.For(seed, "msg", key, 100 + number),
            Type = "text",
            Content = new ConversationMessageContent { Text = random.Pick<string>(_texts) },
            CreatedAt = latest,
        };
        var conversation = Whole(contact, id, view, ChannelOf(contact, number), message, began);
        conversation.AssignFrom = SyntheticWorld.AgentId(random.Next(SyntheticWorld.Agents.Length));
        conversation.Status = random.Pick<string>(_statuses);
        conversation.IsAgentJoined = random.Next(2) == 0;
        return conversation;
    }

    /// <summary>The first conversation is in the contact's own channel, the others in the channels that follow it.</summary>
    private static ChannelType ChannelOf(Contact contact, int number)
    {
        var own = contact.ChannelType ?? ChannelType.Web;
        if (number == 0)
        {
            return own;
        }

        var known = ChannelType.KnownValues;
        for (var index = 0; index < known.Count; index++)
        {
            if (known[index] == own)
            {
                return known[(index + number) % known.Count];
            }
        }

        return known[number % known.Count];
    }

    private static ConversationTeam Team() => new()
    {
        Id = SyntheticWorld.Team,
        DocName = "team",
        OrganizationId = SyntheticWorld.Organization,
        BusinessUnitId = SyntheticWorld.BusinessUnit,
        IconUrl = "",
        Name = "General",
        Mode = "public",
        Description = "",
        IsDefault = true,
        IsDisabled = false,
        CreatedAt = SyntheticWorld.Now.AddYears(-7),
    };
}
