namespace Contacts.Generated.Testing;

/// <summary>Collects what a data file has, makes up the ids that it leaves out, and finds out what belongs to what.</summary>
internal sealed class LoadedItems(int seed, IReadOnlyList<EmulatorUser> users)
{
    /// <summary>Stands for the owner in the ids that are made up; no contact has this number.</summary>
    private const long Owner = -2_000_000;

    /// <summary>What a page of the service has besides its items.</summary>
    private static readonly string[] _pageFields =
        ["object_name", "nested", "has_more", "count", "total", "page", "limit", "unread_count"];

    private readonly List<LoadedContact> _contacts = [];
    private readonly List<Notification> _notifications = [];
    private readonly Dictionary<string, (int Line, LoadedContact? Contact)> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LoadedContact> _byConversation = new(StringComparer.Ordinal);

    // What belongs to a contact may stand before the contact in the file, and other things before their conversation.
    private readonly List<Action> _conversationsToPlace = [];
    private readonly List<Action> _othersToPlace = [];
    private bool _hasNotifications;
    private int _madeUp;

    /// <summary>Adds what a value contains: a list of contacts, an object with lists, a page of the service, or one item.</summary>
    public void Add(JsonPiece value)
    {
        if (value.IsArray)
        {
            value.Items().ForEach(AddItem);
            return;
        }

        if (!value.IsObject)
        {
            throw new DataFileException(
                value.Line, "this is neither an object nor a list; write a contact, or an object with \"contacts\"");
        }

        var members = value.HasId() ? [] : value.Members();
        if (members.Count > 0 && (members.TrueForAll(IsSection) || members.Exists(IsList)))
        {
            foreach (var (name, section) in members)
            {
                AddSection(name, section);
            }
        }
        else
        {
            AddItem(value);
        }

        bool IsSection((string Name, JsonPiece Value) member) =>
            AdderOf(member.Name) is not null && (member.Value.IsArray || member.Value.IsObject);

        static bool IsList((string Name, JsonPiece Value) member) => member.Name is "contacts" or "data" && member.Value.IsArray;
    }

    public void AddContact(JsonPiece value)
    {
        CheckObject(value);
        AddContact(value, value.Read<Contact>());
    }

    /// <summary>Everything, once it is complete.</summary>
    /// <exception cref="DataFileException">Something belongs to a contact or a conversation that is not in the file.</exception>
    public LoadedData ToData()
    {
        _conversationsToPlace.ForEach(static place => place());
        _othersToPlace.ForEach(static place => place());
        return new LoadedData(seed, _contacts, _hasNotifications ? Shared() : null);
    }

    private void AddItem(JsonPiece value)
    {
        CheckObject(value);
        var contact = value.Read<Contact>();
        if (contact.ObjectName == "notifications")
        {
            AddNotification(value);
        }
        else
        {
            AddContact(value, contact);
        }
    }

    private void AddContact(JsonPiece value, Contact contact)
    {
        var known = ((IOpenModel)contact).MemberNames;
        if (contact.Id.Length == 0 && !value.Members().Exists(member => known.Contains(member.Name)))
        {
            throw new DataFileException(
                value.Line, "none of the fields here is one of a contact, such as \"display_name\"; correct their names, or remove this");
        }

        contact.Id = IdOf(contact.Id, ContactGenerator.Prefix);
        var loaded = new LoadedContact(contact);
        Register("contact", contact.Id, value.Line, loaded);
        _contacts.Add(loaded);
        if (HasFields(contact, "conversations", "comments", "message_comments", "files"))
        {
            foreach (var (name, items) in value.Members())
            {
                AddNested(contact, name, items, loaded);
            }
        }
    }

    private void AddSection(string name, JsonPiece section)
    {
        if (AdderOf(name) is not { } add)
        {
            if (_pageFields.Contains(name))
            {
                return;
            }

            throw new DataFileException(
                section.Line,
                "beside \"contacts\" there may be \"conversations\", \"comments\", \"message_comments\", \"files\", \"activities\" and "
                + "\"notifications\", and nothing else; remove or rename what is there");
        }

        _hasNotifications |= name is "notifications";
        (section.IsArray ? section.Items() : [section]).ForEach(add);
    }

    private Action<JsonPiece>? AdderOf(string name) => name switch
    {
        "contacts" or "contact" => AddContact,
        "data" => AddItem,
        "conversations" or "conversation" => item => AddConversation(item, null),
        "comments" or "comment" => item => AddComment(item, null, static owner => owner.Comments),
        "message_comments" or "message_comment" => item => AddComment(item, null, static owner => owner.MessageComments),
        "files" or "file" => item => AddFile(item, null),
        "activities" or "activity" => item => AddActivity(item, null),
        "notifications" or "notification" => AddNotification,
        _ => null,
    };

    private void AddNested(Contact contact, string name, JsonPiece items, LoadedContact owner)
    {
        Action<JsonPiece>? add = name switch
        {
            "conversations" => item => AddConversation(item, owner),
            "comments" => item => AddComment(item, owner, static one => one.Comments),
            "message_comments" => item => AddComment(item, owner, static one => one.MessageComments),
            "files" => item => AddFile(item, owner),
            _ => null,
        };
        if (add is not null && items.IsArray)
        {
            contact.AdditionalProperties.Remove(name);
            items.Items().ForEach(add);
        }
    }

    private void AddConversation(JsonPiece value, LoadedContact? owner)
    {
        CheckObject(value);
        var conversation = value.Read<Conversation>();
        var id = conversation.Id.Length > 0 ? conversation.Id : conversation.Details?.Id ?? "";
        (conversation.Details ??= new ConversationDetails()).Id = conversation.Id = IdOf(id, ConversationGenerator.Prefix);
        Register("conversation", conversation.Id, value.Line);
        if (HasFields(conversation, "activities"))
        {
            conversation.AdditionalProperties.Remove("activities");
            foreach (var (_, activities) in value.Members().Where(static member => member is { Name: "activities", Value.IsArray: true }))
            {
                activities.Items().ForEach(activity => AddActivity(activity, conversation.Id));
            }
        }

        _conversationsToPlace.Add(() =>
        {
            var contact = owner ?? ContactOf(conversation.ContactId ?? conversation.Contact?.Id, value.Line, "conversation");

            // Who asks for conversations names all known channels.
            conversation.ChannelType ??= contact.Contact.ChannelType ?? ChannelType.Web;
            contact.Conversations.Add(conversation);
            _byConversation.Add(conversation.Id, contact);
        });
    }

    private void AddComment(JsonPiece value, LoadedContact? owner, Func<LoadedContact, List<ContactComment>> listOf)
    {
        CheckObject(value);
        var comment = value.Read<ContactComment>();
        comment.Id = IdOf(comment.Id, CommentGenerator.Prefix);
        Register("comment", comment.Id, value.Line);
        var contactId = TakeContactId(comment);
        _othersToPlace.Add(() => listOf(owner
            ?? (contactId is null && comment.ConversationId is { } conversation ? _byConversation.GetValueOrDefault(conversation) : null)
            ?? ContactOf(contactId, value.Line, "comment")).Add(comment));
    }

    private void AddFile(JsonPiece value, LoadedContact? owner)
    {
        CheckObject(value);
        var file = value.Read<ContactFile>();
        file.Id = IdOf(file.Id, "msg");
        Register("file", file.Id, value.Line);
        var contactId = TakeContactId(file) ?? file.From;
        _othersToPlace.Add(() => (owner ?? ContactOf(contactId, value.Line, "file")).Files.Add(file));
    }

    private void AddActivity(JsonPiece value, string? conversationId)
    {
        CheckObject(value);
        var activity = value.Read<ConversationActivity>();
        activity.Id = IdOf(activity.Id, "act");
        Register("activity", activity.Id, value.Line);
        activity.ConversationId = conversationId ?? activity.ConversationId;

        _othersToPlace.Add(() => (_byConversation.GetValueOrDefault(activity.ConversationId ?? "") ?? throw new DataFileException(
            value.Line, "this activity has no \"conversation_id\" of a conversation in the file; add it")).Activities.Add(activity));
    }

    private void AddNotification(JsonPiece value)
    {
        CheckObject(value);
        var notification = value.Read<Notification>();
        notification.Id = IdOf(notification.Id, NotificationGenerator.Prefix);
        Register("notification", notification.Id, value.Line);
        _notifications.Add(notification);
        _hasNotifications = true;
    }

    private LoadedContact ContactOf(string? id, int line, string kind) =>
        _ids.GetValueOrDefault("contact " + id).Contact ?? throw new DataFileException(
            line, $"this {kind} has no \"contact_id\" of a contact in the file; add it, or move the {kind} into the contact");

    private Dictionary<string, List<Notification>> Shared()
    {
        var shared = users.ToDictionary(static user => user.Name, static _ => new List<Notification>(), StringComparer.Ordinal);
        foreach (var notification in _notifications)
        {
            var user = users.FirstOrDefault(user => notification.UserId == user.Name || notification.UserId == user.Id)
                ?? EmulatorUser.Default;
            notification.UserId = notification.UserId is null || notification.UserId == user.Name ? user.Id : notification.UserId;
            shared[user.Name].Add(notification);
        }

        return shared;
    }

    private string IdOf(string id, string prefix) => id.Length > 0 ? id : SyntheticId.For(seed, prefix, Owner, ++_madeUp);

    private void Register(string kind, string id, int line, LoadedContact? contact = null)
    {
        var key = $"{kind} {id}";
        if (!_ids.TryAdd(key, (line, contact)))
        {
            throw new DataFileException(line, $"the {kind} on line {_ids[key].Line} has the same id; change or remove one of them");
        }
    }

    private static string? TakeContactId(IOpenModel model)
    {
        var id = HasFields(model, "contact_id") ? model.AdditionalProperties["contact_id"] as string : null;
        if (id is not null)
        {
            model.AdditionalProperties.Remove("contact_id");
        }

        return id;
    }

    private static bool HasFields(IOpenModel model, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (model.State.Fields?.ContainsKey(name) == true)
            {
                return true;
            }
        }

        return false;
    }

    private static void CheckObject(JsonPiece value)
    {
        if (!value.IsObject)
        {
            throw new DataFileException(value.Line, "this is not an object in braces, as each contact and everything else must be");
        }
    }
}
