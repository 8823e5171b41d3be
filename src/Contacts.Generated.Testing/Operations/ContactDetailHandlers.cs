namespace Contacts.Generated.Testing;

/// <summary>Answers requests for what belongs to a contact: conversations, comments, files and activities.</summary>
internal sealed class ContactDetailHandlers(EmulatorState state, EmulatorDialect dialect)
{
    public Reply GetConversations(Exchange exchange)
    {
        var (contact, key) = Find(exchange);
        var channels = ChannelFilter.From(exchange.Query, state.Options);
        return dialect.Conversations([.. state.Conversations.For(contact, key).Where(item => channels.Allows(item.ChannelType))]);
    }

    public Reply GetComments(Exchange exchange)
    {
        var (contact, key) = Find(exchange);
        var page = PageRequest.From(exchange.Query, state.Options.MaxLimit);
        var channel = exchange.Query.One("channel_types");
        var comments = state.Comments.For(contact, key).Where(comment => channel is null || comment.ChannelType?.Value == channel).ToList();
        return dialect.Comments(page.Of(comments.Count, index => comments[index]), comments.Count, page);
    }

    public Reply GetFiles(Exchange exchange)
    {
        var (contact, key) = Find(exchange);
        return dialect.Files([.. state.ContactFiles.For(contact, key)]);
    }

    public Reply GetActivities(Exchange exchange)
    {
        var id = exchange.PathId;
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

        throw new ErrorReplyException(dialect.NotFound("Conversation not found"));
    }

    private (Contact Contact, long Key) Find(Exchange exchange)
    {
        var position = state.Contacts.Find(exchange.PathId);
        return position >= 0
            ? (state.Contacts.Peek(position), state.Contacts.KeyOf(position))
            : throw new ErrorReplyException(dialect.NotFound("Contact not found"));
    }
}
