namespace Contacts.Generated;

/// <summary>Reads the items of a list, cut out of its envelope.</summary>
internal delegate IReadOnlyList<TItem>? ItemsReader<TItem>(JsonEngine engine, ReadOnlyMemory<byte> utf8, in ReadOptions options);

/// <summary>A list, bare or in an envelope. "No content" is an empty list.</summary>
internal sealed class ListResponseReader<TItem>(ItemsReader<TItem> read) : ResponseReader<IReadOnlyList<TItem>>
{
    public override string Expected => "a list as JSON";

    public override IReadOnlyList<TItem> Read(JsonEngine engine, in ResponseBody body)
    {
        if (body.Status == 204)
        {
            return new ContactsList<TItem>([], hasMore: null, total: null);
        }

        var items = read(engine, Envelope.List(body.Json, out var hasMore, out var total), body.Options);
        return new ContactsList<TItem>(items ?? [], hasMore, total);
    }
}
