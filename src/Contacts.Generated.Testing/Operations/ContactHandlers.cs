using System.Text.Json;

namespace Contacts.Generated.Testing;

/// <summary>Lists, finds, exports and changes contacts.</summary>
internal sealed class ContactHandlers(EmulatorState state, ResponseForm form)
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
            throw new RefusedException(Refusals.Invalid("q"));
        }

        // "text" is the one kind of search that is known; a channel narrows it, and any other kind finds nothing.
        var type = exchange.Query.One("type");
        state.BeginListing();
        return Page(exchange, words, type == "text" ? null : type);
    }

    public Reply ExportCsv(Exchange exchange)
    {
        var positions = _selection.Select(exchange.Query.One("sort"), words: null, type: null);
        return ContactCsv.Write(positions, state.Contacts);
    }

    public Reply Get(Exchange exchange) => form.Contact(state.Contacts.Peek(Find(exchange)));

    public Reply Update(Exchange exchange)
    {
        var fields = RequestBodies.Json(exchange);
        if (fields.ValueKind != JsonValueKind.Object)
        {
            throw new RefusedException(Refusals.Invalid());
        }

        var contact = state.Contacts.Keep(Find(exchange));
        ContactUpdate.Apply(contact, fields, state.Options);
        contact.UpdatedAt = state.NextTime();
        state.Contacts.Touch();
        return form.Updated(contact);
    }

    private Reply Page(Exchange exchange, string? words, string? type)
    {
        var page = PageRequest.From(exchange.Query, state.Options);
        var positions = _selection.Select(exchange.Query.One("sort"), words, type);
        return form.Contacts(page.Of(positions.Length, index => state.Contacts.Peek(positions[index])), positions.Length, page);
    }

    private int Find(Exchange exchange) =>
        state.Contacts.Find(exchange.PathId) is >= 0 and var position ? position : throw new RefusedException(form.NotFound("Contact not found"));
}
