namespace Contacts.Generated.Testing;

/// <summary>Lists, finds, exports, creates, changes and deletes contacts, and takes their pictures.</summary>
internal sealed class ContactHandlers(EmulatorState state, EmulatorDialect dialect)
{
    private readonly ContactSelection _selection = new(state);

    public Reply List(Exchange exchange)
    {
        state.BeginListing();

        // The vendor's generated clients can filter a list by words.
        return Page(exchange.Query, exchange.Query.One("q"), type: null);
    }

    public Reply Search(Exchange exchange) => Search(exchange.Query, "q");

    public Reply SearchByBody(Exchange exchange) => Search(QueryValues.Of(RequestBodies.JsonObject(exchange)), "query");

    public Reply ExportCsv(Exchange exchange)
    {
        state.RefuseScanOfTooMany();
        var positions = _selection.Select(exchange.Query.One("sort"), words: null, type: null);
        return ContactCsv.Write(positions, state.Contacts);
    }

    public Reply Get(Exchange exchange) => dialect.Contact(state.Find(exchange).Contact);

    public Reply GetByBoardItem(Exchange exchange)
    {
        state.RefuseScanOfTooMany();
        var id = exchange.PathId("boardItemId");
        for (var position = 0; position < state.Contacts.Count; position++)
        {
            if (state.Contacts.Peek(position) is var contact && contact.BoardItemId == id)
            {
                return dialect.Contact(contact);
            }
        }

        throw new ErrorReplyException(ErrorReplies.NotFound("Contact not found", state.Options));
    }

    public Reply Create(Exchange exchange)
    {
        var contact = ContactUpdate.Create(RequestBodies.JsonObject(exchange), state.Options);
        contact.Id = state.New.Id(ContactGenerator.Prefix);
        contact.CreatedAt = state.New.Time();
        state.Contacts.AddCreated(contact);
        return dialect.Created(contact);
    }

    public Reply Update(Exchange exchange)
    {
        var fields = RequestBodies.JsonObject(exchange);
        var contact = state.Contacts.Keep(state.Find(exchange).Position);
        ContactUpdate.Apply(contact, fields, state.Options);
        contact.UpdatedAt = state.New.Time();
        state.Contacts.Touch();
        return dialect.Updated(contact);
    }

    public Reply Delete(Exchange exchange)
    {
        state.Contacts.RemoveAt(state.Find(exchange).Position);
        return ErrorReplies.Message(200, "The contact was deleted");
    }

    /// <summary>Keeps an uploaded file, and says where it can be downloaded.</summary>
    public Reply UploadAvatar(Exchange exchange)
    {
        var file = MultipartForm.FirstFile(exchange.Header("content-type"), exchange.Body)
            ?? throw new ErrorReplyException(ErrorReplies.NoFile);
        var path = (state.Options.PathPrefix.Length > 0 ? UploadStore.Version : "") + state.Uploads.Add(file);
        return Reply.JsonObject(writer => writer.WriteString("url", $"http://{exchange.Header("host")}{path}"));
    }

    private Reply Search(QueryValues query, string wordsName)
    {
        var words = query.One(wordsName);
        if (string.IsNullOrWhiteSpace(words))
        {
            throw new ErrorReplyException(ErrorReplies.Invalid(wordsName));
        }

        // "text" is the only known kind of search; the name of a channel narrows it, and any other kind finds nothing.
        var type = query.One("type");
        state.BeginListing();
        return Page(query, words, type == "text" ? null : type);
    }

    private Reply Page(QueryValues query, string? words, string? type)
    {
        var page = PageRequest.From(query, state.Options);
        var positions = _selection.Select(query.One("sort"), words, type);
        return dialect.Contacts(page.Of(positions.Count, index => state.Contacts.Peek(positions[index])), positions.Count, page);
    }
}
