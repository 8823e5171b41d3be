namespace Contacts.Generated.Testing;

/// <summary>Lists what belongs to a contact: conversations, files and activities.</summary>
internal sealed class ContactDetailHandlers(EmulatorState state, EmulatorDialect dialect)
{
    public Reply GetConversations(Exchange exchange)
    {
        var found = state.Find(exchange);
        var channels = ChannelFilter.OfConversations(exchange.Query, state.Options);
        return dialect.Conversations([.. state.BelongingsOf(found).Conversations.Where(item => channels.Allows(item.ChannelType))]);
    }

    public Reply GetFiles(Exchange exchange) => dialect.Files(state.BelongingsOf(state.Find(exchange)).Files);

    public Reply GetActivities(Exchange exchange) => state.FindConversation(exchange.PathId("conversationId")) is var (owner, conversation)
        ? dialect.Activities(owner.ActivitiesOf(conversation))
        : throw new ErrorReplyException(ErrorReplies.NotFound("Conversation not found", state.Options));
}
