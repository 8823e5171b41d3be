namespace Contacts.Generated.Testing;

/// <summary>The part of a list that a request asks for.</summary>
internal readonly record struct PageRequest(int Skip, int Limit)
{
    public const int DefaultLimit = 10;

    /// <exception cref="ErrorReplyException">A value is not a number, or is out of bounds.</exception>
    public static PageRequest From(QueryValues query, int maxLimit, int defaultLimit = DefaultLimit)
    {
        var limit = query.Number("limit", minimum: 1, defaultLimit);

        // The vendor's generated clients call it "offset".
        var skip = query.Number("offset", minimum: 0, query.Number("skip", minimum: 0, otherwise: 0));
        return new PageRequest(skip, Math.Min(limit, maxLimit));
    }

    /// <summary>The items on the page.</summary>
    public List<T> Of<T>(int count, Func<int, T> item)
    {
        var page = new List<T>();
        var end = Math.Min(count, (long)Skip + Limit);
        for (var index = Skip; index < end; index++)
        {
            page.Add(item(index));
        }

        return page;
    }
}
