using System.Runtime.CompilerServices;

namespace Contacts.Generated.Testing;

/// <summary>What belongs to a contact: what it begins with, made when it is first needed, and what was changed since.</summary>
/// <param name="data">What there is at the start.</param>
/// <param name="contact">The contact.</param>
/// <param name="key">The contact's key in the list; negative if it was added, in which case it begins with nothing.</param>
internal sealed class Belongings(IInitialData data, Contact contact, long key)
{
    // By the object, so that a conversation whose id a test changes keeps its activities.
    private readonly ConditionalWeakTable<Conversation, List<ConversationActivity>> _activities = [];
    private List<Conversation>? _conversations;

    /// <summary>The conversations, the oldest first.</summary>
    public List<Conversation> Conversations => _conversations ??= FirstConversations();

    /// <summary>Whether the conversations were made, and may differ from those that the contact begins with.</summary>
    public bool HasConversations => _conversations is not null;

    /// <summary>The comments on the contact, the oldest first.</summary>
    public List<ContactComment> Comments => field ??= key < 0 ? [] : [.. data.CommentsOf(contact, key)];

    /// <summary>The messages that have comments, with these; the oldest first.</summary>
    public List<ContactComment> MessageComments => field ??= key < 0 ? [] : [.. data.MessageCommentsOf(contact, key)];

    /// <summary>The files, the newest first.</summary>
    public List<ContactFile> Files => field ??= key < 0 ? [] : [.. data.FilesOf(contact, key)];

    /// <summary>The activities of one of the conversations.</summary>
    public List<ConversationActivity> ActivitiesOf(Conversation conversation) => _activities.GetValue(conversation, static _ => []);

    private List<Conversation> FirstConversations()
    {
        var conversations = key < 0 ? [] : data.ConversationsOf(contact, key).ToList();
        foreach (var conversation in conversations)
        {
            _activities.Add(conversation, [.. data.ActivitiesOf(conversation.Id, key)]);
        }

        return conversations;
    }
}
