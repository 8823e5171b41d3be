using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>Lists, finds, exports and changes contacts, and takes their pictures.</summary>
internal sealed class ContactHandlers(EmulatorState state, EmulatorDialect dialect)
{
    private readonly ContactSelection _selection = new(state);

    public Reply List(Exchange exchange)
    {
        state.BeginListing();
        return Page(exchange, words: null, type: null);
    }

    public Reply Search(Exchange exchange)
    {
        var words = exchange.Query.One("q");
        if (string.IsNullOrWhiteSpace(words))
        {
            throw new ErrorReplyException(ErrorReplies.Invalid("q"));
        }

        // "text" is the only known kind of search; the name of a channel narrows it, and any other kind finds nothing.
        var type = exchange.Query.One("type");
        state.BeginListing();
        return Page(exchange, words, type == "text" ? null : type);
    }

    public Reply ExportCsv(Exchange exchange)
    {
        var positions = _selection.Select(exchange.Query.One("sort"), words: null, type: null);
        return ContactCsv.Write(positions, state.Contacts);
    }

    public Reply Get(Exchange exchange) => dialect.Contact(state.Contacts.Peek(Find(exchange)));

    public Reply Update(Exchange exchange)
    {
        var fields = RequestBodies.Json(exchange);
        if (fields.ValueKind != JsonValueKind.Object)
        {
            throw new ErrorReplyException(ErrorReplies.Invalid());
        }

        var contact = state.Contacts.Keep(Find(exchange));
        ContactUpdate.Apply(contact, fields, state.Options);
        contact.UpdatedAt = state.NextTime();
        state.Contacts.Touch();
        return dialect.Updated(contact);
    }

    /// <summary>Keeps an uploaded file, and says where it can be downloaded.</summary>
    public Reply UploadAvatar(Exchange exchange)
    {
        var file = MultipartForm.FirstFile(exchange.Header("content-type"), exchange.Body)
            ?? throw new ErrorReplyException(ErrorReplies.NoFile);
        var path = state.Uploads.Add(file);
        return Reply.JsonObject(writer => writer.WriteString("url", $"http://{exchange.Header("host")}{path}"));
    }

    private Reply Page(Exchange exchange, string? words, string? type)
    {
        var page = PageRequest.From(exchange.Query, state.Options.MaxLimit);
        var positions = _selection.Select(exchange.Query.One("sort"), words, type);
        return dialect.Contacts(page.Of(positions.Length, index => state.Contacts.Peek(positions[index])), positions.Length, page);
    }

    private int Find(Exchange exchange) =>
        state.Contacts.Find(exchange.PathId) is >= 0 and var position
            ? position
            : throw new ErrorReplyException(dialect.NotFound("Contact not found"));
}
