using System.Collections;

namespace Contacts.Generated;

/// <summary>
/// Reads one object, bare or in "data". It must have an id or an address, or else the response is invalid. The response to an update may be
/// empty.
/// </summary>
internal sealed class ObjectResponseReader<T> : ResponseReader<T>
    where T : class, IOpenModel, new()
{
    public override string Expected => "a JSON object";

    public override T Read(JsonEngine engine, in ResponseBody body)
    {
        if (body is { MayBeBlank: true, IsBlank: true })
        {
            return new T();
        }

        var value = ReadAlone(engine, Envelope.OnlyObject(body.Json), body.Options)
            ?? engine.Read<T>(Envelope.Object(body.Json), body.Options)
            ?? throw new InvalidDataException("The document is null.");
        return value.HasIdentity ? value : throw new InvalidDataException("The object has no id.");
    }

    /// <summary>Reads what is most likely the whole response; null if it is not.</summary>
    private static T? ReadAlone(JsonEngine engine, ReadOnlyMemory<byte> likely, in ReadOptions options)
    {
        try
        {
            return likely.IsEmpty ? null : engine.ReadModelStrictly<T>(likely, options.CancellationToken);
        }
        catch (JsonReadException)
        {
            return null;
        }
    }
}

/// <summary>Reads the items of a list that was cut out of its envelope.</summary>
internal delegate IReadOnlyList<TItem>? ItemsReader<TItem>(JsonEngine engine, ReadOnlyMemory<byte> utf8, in ReadOptions options);

/// <summary>Reads a list, bare or in an envelope. "No content" is an empty list.</summary>
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

/// <summary>Reads a page in any of its envelopes. "No content" is an empty page.</summary>
internal sealed class PageResponseReader<T> : ResponseReader<T>
    where T : class, IOpenModel, new()
{
    public override string Expected => "a page as JSON";

    public override T Read(JsonEngine engine, in ResponseBody body)
    {
        if (body.Status == 204)
        {
            return new T();
        }

        var page = engine.Read<T>(Envelope.Page(body.Json), body.Options) ?? throw new InvalidDataException("The document is null.");
        if (page.State.Fields is { } fields)
        {
            ErrorEnvelope.Check(fields);
            if (fields.ContainsKey("data"))
            {
                throw new InvalidDataException("None of the items is an object.");
            }
        }

        return page;
    }
}

/// <summary>
/// Reads the response to a write of which the contract promises no field: the status decides, and the body may be anything or nothing,
/// except an error. Markup does not come from the service but from a proxy or a sign-in page in front of it, so nothing was done.
/// </summary>
internal sealed class AcknowledgementResponseReader<T> : ResponseReader<T>
    where T : class, IOpenModel, new()
{
    public override string Expected => "an acknowledgement";

    public override T Read(JsonEngine engine, in ResponseBody body)
    {
        if (body.IsMarkup)
        {
            throw new InvalidDataException("The body is a page of markup.");
        }

        try
        {
            var value = body.IsBlank ? new T() : engine.Read<T>(Envelope.Object(body.Json, "success"u8), body.Options) ?? new T();
            ErrorEnvelope.Check(value.State.Fields);
            return value;
        }
        catch (Exception exception) when (exception is JsonReadException or System.Text.Json.JsonException)
        {
            // "OK" as plain text, a bare true, a list: the write succeeded nevertheless.
            return new T();
        }
    }
}

/// <summary>A list that keeps what its envelope said about the whole list, which paging needs and callers do not see.</summary>
internal sealed class ContactsList<T>(IReadOnlyList<T> received, bool? hasMore, int? total) : IReadOnlyList<T>
{
    private readonly IReadOnlyList<T> _items = NonNullList.Of(received);

    /// <summary>The items as they were received, including nulls.</summary>
    public IReadOnlyList<T> Received { get; } = received;

    public bool? HasMore { get; } = hasMore;

    public int? Total { get; } = total;

    public int Count => _items.Count;

    public T this[int index] => _items[index];

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
