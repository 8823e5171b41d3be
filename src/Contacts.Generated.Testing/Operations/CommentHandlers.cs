using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>Lists, writes and deletes the comments on a contact, and lists those on its messages.</summary>
internal sealed class CommentHandlers(EmulatorState state, EmulatorDialect dialect)
{
    /// <summary>The web application reads the comments on messages in pages of this size.</summary>
    private const int MessagesPerPage = 50;

    public Reply List(Exchange exchange) => Page(exchange, state.BelongingsOf(state.Find(exchange)).Comments, PageRequest.DefaultLimit);

    public Reply ListOfMessages(Exchange exchange)
    {
        IReadOnlyList<ContactComment> messages = state.BelongingsOf(state.Find(exchange)).MessageComments;

        // The web application wants the newest first, by sort=updated_at and order=desc.
        return Page(exchange, exchange.Query.One("order") == "desc" ? [.. messages.Reverse()] : messages, MessagesPerPage);
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

        var belongings = state.KeepBelongingsOf(found);
        var comment = state.New.Comment(
            found.Contact, belongings.Conversations.FirstOrDefault(), state.Users.Of(exchange), content.GetString()!);
        belongings.Comments.Add(comment);
        return dialect.CreatedComment(comment);
    }

    public Reply Get(Exchange exchange)
    {
        var id = exchange.PathId("commentId");
        var comment = state.BelongingsOf(state.Find(exchange)).Comments.Find(comment => comment.Id == id) ?? throw NotFound();
        return dialect.Comment(comment);
    }

    public Reply Delete(Exchange exchange) =>
        state.KeepBelongingsOf(state.Find(exchange)).Comments.RemoveAll(comment => comment.Id == exchange.PathId("commentId")) > 0
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
