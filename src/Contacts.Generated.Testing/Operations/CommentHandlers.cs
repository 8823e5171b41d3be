using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>Lists, writes and deletes the comments on a contact, and lists those on its messages.</summary>
internal sealed class CommentHandlers(EmulatorState state, EmulatorDialect dialect)
{
    /// <summary>The web application reads the comments on messages in pages of this size.</summary>
    private const int MessagesPerPage = 50;

    public Reply List(Exchange exchange) => Page(exchange, state.Comments.For(state.Find(exchange)), PageRequest.DefaultLimit);

    public Reply ListOfMessages(Exchange exchange)
    {
        var found = state.Find(exchange);
        var messages = found.IsNew ? [] : state.CommentGenerator.OfMessages(found.Contact, found.Key).ToList();

        // The web application wants the newest first, by sort=updated_at and order=desc.
        if (exchange.Query.One("order") == "desc")
        {
            messages.Reverse();
        }

        return Page(exchange, messages, MessagesPerPage);
    }

    public Reply Create(Exchange exchange)
    {
        var found = state.Find(exchange);
        var fields = RequestBodies.JsonObject(exchange);
        var named = fields.TryGetProperty("content", out var content) || fields.TryGetProperty("text", out content);
        if (!named || content.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(content.GetString()))
        {
            throw new ErrorReplyException(ErrorReplies.Invalid("content"));
        }

        var comment = new ContactComment
        {
            Id = state.NewId(CommentGenerator.Prefix),
            Text = content.GetString(),
            OrganizationId = SyntheticWorld.Organization,
            BusinessUnitId = found.Contact.BusinessUnitId,
            ConversationId = found.IsNew ? null : state.Conversations.IdOf(found.Key, 0),
            ChannelType = found.Contact.ChannelType,
            TeamId = SyntheticWorld.Team,
            From = new CommentAuthor { Id = SyntheticWorld.CurrentUser, DisplayName = SyntheticWorld.CurrentUserName },
            CreatedAt = state.NextTime(),
        };
        state.Comments.Add(found, comment);
        return dialect.CreatedComment(comment);
    }

    public Reply Get(Exchange exchange)
    {
        var id = exchange.PathId("commentId");
        var comment = state.Comments.For(state.Find(exchange)).FirstOrDefault(comment => comment.Id == id) ?? throw NotFound();
        return dialect.Comment(comment);
    }

    public Reply Delete(Exchange exchange) => state.Comments.Remove(state.Find(exchange), exchange.PathId("commentId"))
        ? ErrorReplies.Message(200, "The comment was deleted")
        : throw NotFound();

    private Reply Page(Exchange exchange, IReadOnlyList<ContactComment> comments, int defaultLimit)
    {
        var channels = ChannelFilter.Named(exchange.Query);
        var page = PageRequest.From(exchange.Query, state.Options, defaultLimit);
        var selected = comments.Where(comment => channels.Allows(comment.ChannelType)).ToList();
        return dialect.Comments(page.Of(selected.Count, index => selected[index]), selected.Count, page);
    }

    private ErrorReplyException NotFound() => new(ErrorReplies.NotFound("Comment not found", state.Options));
}
