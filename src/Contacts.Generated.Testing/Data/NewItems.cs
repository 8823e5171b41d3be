using System.Globalization;

namespace Contacts.Generated.Testing;

/// <summary>
/// What requests and tests add. Each item is made whole, changed by the test, and then completed: what follows from other values, such as a
/// channel's id from its type, is filled in unless the test has set it. Ids and times are the same in every run. To use it, lock the state.
/// </summary>
internal sealed class NewItems(int seed)
{
    /// <summary>Stands for the owner in the ids; no contact has this number.</summary>
    private const long Owner = -1_000_000;

    private int _ids;
    private long _ticks;
    private int _contacts;
    private int _notifications;

    /// <summary>Starts over.</summary>
    public void Clear() => (_ids, _ticks, _contacts, _notifications) = (0, 0, 0, 0);

    public string Id(string prefix) => SyntheticId.For(seed, prefix, Owner, ++_ids);

    /// <summary>A second after the time before, and later than all generated ones.</summary>
    public DateTimeOffset Time() => SyntheticWorld.Now.AddSeconds(++_ticks);

    public Contact Contact()
    {
        var number = ++_contacts;
        var contact = new Contact
        {
            ObjectName = "contact",
            Id = Id(ContactGenerator.Prefix),
            OrganizationId = SyntheticWorld.Organization,
            BusinessUnitId = SyntheticWorld.BusinessUnit,
            ChannelType = ChannelType.Web,
            Email = string.Create(CultureInfo.InvariantCulture, $"test.person{number}@example.com"),
            AreaCode = "1",
            PhoneNumber = string.Create(CultureInfo.InvariantCulture, $"556{number:D7}"),
            AvatarUrl = "",
            Gender = "",
            Language = "en",
            TimeZone = "Etc/UTC",
            Remark = "",
            Title = "",
            Position = "",
            CompanyName = "",
            Location = "",
            Birthday = "",
            AdditionalParams = new Dictionary<string, object?>(StringComparer.Ordinal),
            Labels = [],
            IsPresence = false,
            CreatedAt = Time(),
        };
        return contact;
    }

    public void Complete(Contact contact)
    {
        contact.ChannelId ??= ChannelIdOf(contact.ChannelType);
        if (contact is { DisplayName: null, FirstName: null, LastName: null })
        {
            contact.DisplayName = string.Create(CultureInfo.InvariantCulture, $"Test Person {_contacts}");
        }

        contact.DisplayName ??= $"{contact.FirstName} {contact.LastName}".Trim();
        if (contact is { FirstName: null, LastName: null })
        {
            var space = contact.DisplayName.IndexOf(' ', StringComparison.Ordinal);
            contact.FirstName = space < 0 ? contact.DisplayName : contact.DisplayName[..space];
            contact.LastName = space < 0 ? "" : contact.DisplayName[(space + 1)..];
        }

        contact.FirstName ??= "";
        contact.LastName ??= "";
    }

    public Conversation Conversation(Contact contact)
    {
        var began = Time();
        var message = new ConversationMessage
        {
            Id = Id("msg"),
            Type = "text",
            Content = new ConversationMessageContent { Text = "Hello" },
            CreatedAt = began,
        };
        var conversation = ConversationGenerator.Whole(
            contact, Id(ConversationGenerator.Prefix), Id("tcu"), contact.ChannelType ?? ChannelType.Web, message, began);
        conversation.ChannelId = null;
        return conversation;
    }

    /// <summary>The id stands in two places, and the channel's id follows from its type.</summary>
    public static void Complete(Conversation conversation, Contact contact)
    {
        conversation.Details ??= new ConversationDetails();
        conversation.Details.Id = conversation.Id;
        conversation.ContactId = contact.Id;
        conversation.ChannelId ??= conversation.ChannelType == contact.ChannelType
            ? contact.ChannelId
            : ChannelIdOf(conversation.ChannelType);
    }

    public ContactComment Comment(Contact contact, Conversation? conversation, EmulatorUser author, string text) => new()
    {
        Id = Id(CommentGenerator.Prefix),
        Text = text,
        OrganizationId = SyntheticWorld.Organization,
        BusinessUnitId = contact.BusinessUnitId,
        ConversationId = conversation?.Id,
        ChannelType = contact.ChannelType,
        TeamId = SyntheticWorld.Team,
        From = new CommentAuthor { Id = author.Id, DisplayName = author.Name },
        CreatedAt = Time(),
    };

    /// <summary>A message of the contact's, with a comment on it.</summary>
    public ContactComment MessageComment(Contact contact, Conversation? conversation, EmulatorUser author, string text)
    {
        var message = Comment(contact, conversation, author, "Hello");
        var comment = Comment(contact, conversation, author, text);
        (message.From, message.Comments, message.UpdatedAt) = (null, [comment], comment.CreatedAt);
        return message;
    }

    public ContactFile File(Contact contact, string name) => new()
    {
        Id = Id("msg"),
        Type = "image",
        From = contact.Id,
        Content = new ContactFileContent
        {
            Caption = name,
            Extension = Path.GetExtension(name) is ['.', .. var extension] ? extension.ToLowerInvariant() : null,
        },
        CreatedAt = Time(),
    };

    public static void Complete(ContactFile file)
    {
        var extension = Path.GetExtension(file.Name);
        file.Url ??= $"{SyntheticWorld.FilesRoot}{file.Id}{extension?.ToLowerInvariant()}";
    }

    public ConversationActivity Activity(Conversation conversation) => new()
    {
        Id = Id("act"),
        DocName = "conversation_activity",
        OrganizationId = SyntheticWorld.Organization,
        ConversationId = conversation.Id,
        User = SyntheticWorld.AgentId(0),
        Summary = "The visitor asked: Hello",
        Sentiment = "neutral",
        Importance = "medium",
        CreatedAt = Time(),
    };

    public Notification Notification(EmulatorUser user)
    {
        _notifications++;
        return new Notification
        {
            ObjectName = "notifications",
            Id = Id(NotificationGenerator.Prefix),
            Type = NotificationType.ConversationCreated,
            ActionDisable = false,
            UserId = user.Id,
            IsRead = false,
            CreatedAt = Time(),
        };
    }

    /// <summary>What a notification leads to depends on its type, and so do its texts.</summary>
    public void Complete(Notification notification)
    {
        var type = notification.Type?.Value ?? "";
        var isConversation = type is ['2', ..];
        var kind = type switch { ['1', ..] => "Record", ['2', ..] => "Visitor", _ => "Team" };
        notification.Title ??= string.Create(CultureInfo.InvariantCulture, $"{kind} {_notifications}");
        notification.Content ??= isConversation ? "Hello" : notification.Title;
        notification.From ??= type is ['1', ..] ? SyntheticWorld.AgentId(0) : SyntheticWorld.Agents[0];
        notification.ChannelType ??= isConversation ? ChannelType.Web : default(ChannelType?);
        notification.ActionTo ??= NotificationGenerator.ActionOf(type, Id);
    }

    private static string ChannelIdOf(ChannelType? channel) => "ch_" + (channel ?? ChannelType.Web).Value;
}
