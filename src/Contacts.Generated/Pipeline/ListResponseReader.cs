namespace Contacts.Generated;

/// <summary>A list, bare or in an envelope. "No content" is an empty list.</summary>
internal sealed class ListResponseReader<TItem> : ResponseReader<IReadOnlyList<TItem>>
    where TItem : class, IOpenModel, new()
{
    public override string Expected => "a list as JSON";

    public override IReadOnlyList<TItem> Read(JsonEngine engine, in ResponseBody body)
    {
        if (body.Status == 204)
        {
            return new ContactsList<TItem>([], hasMore: null, total: null);
        }

        var items = engine.ReadList<TItem>(Envelope.List(body.Json, out var hasMore, out var total), body.Options);
        return new ContactsList<TItem>(items ?? [], hasMore, total);
    }
}
