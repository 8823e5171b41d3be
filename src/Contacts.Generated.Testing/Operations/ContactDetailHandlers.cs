namespace Contacts.Generated.Testing;

/// <summary>Lists what belongs to a contact: conversations, files and activities.</summary>
internal sealed class ContactDetailHandlers(EmulatorState state, EmulatorDialect dialect)
{
    public Reply GetConversations(Exchange exchange)
    {
        var found = state.Find(exchange);
        var channels = ChannelFilter.OfConversations(exchange.Query, state.Options);
        var all = found.IsNew ? [] : state.Conversations.For(found.Contact, found.Key);
        return dialect.Conversations([.. all.Where(item => channels.Allows(item.ChannelType))]);
    }

    public Reply GetFiles(Exchange exchange)
    {
        var found = state.Find(exchange);
        return dialect.Files(found.IsNew ? [] : [.. state.ContactFiles.For(found.Contact, found.Key)]);
    }

    public Reply GetActivities(Exchange exchange)
    {
        var id = exchange.PathId("conversationId");
        for (var position = 0; position < state.Contacts.Count; position++)
        {
            var key = state.Contacts.KeyOf(position);
            for (var number = 0; number < state.Conversations.CountFor(key); number++)
            {
                if (state.Conversations.IsIdOf(id, key, number))
                {
                    return dialect.Activities([.. state.Conversations.Activities(id, key, number)]);
                }
            }
        }

        throw new ErrorReplyException(ErrorReplies.NotFound("Conversation not found", state.Options));
    }
}
