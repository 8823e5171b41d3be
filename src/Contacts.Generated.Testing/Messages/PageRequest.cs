namespace Contacts.Generated.Testing;

/// <summary>The part of a list that a request asks for.</summary>
/// <param name="Skip">How many items to leave out.</param>
/// <param name="Limit">How many items to give at most.</param>
/// <param name="IsTooDeep">Whether to give none, since <paramref name="Skip"/> goes beyond what the emulator serves.</param>
internal readonly record struct PageRequest(int Skip, int Limit, bool IsTooDeep = false)
{
    public const int DefaultLimit = 10;

    /// <exception cref="ErrorReplyException">A value is not a number, or is out of bounds.</exception>
    public static PageRequest From(QueryValues query, ContactsEmulatorOptions options, int defaultLimit = DefaultLimit)
    {
        var limit = query.Number("limit", minimum: 1, defaultLimit);

        // The vendor's generated clients call it "offset".
        var skip = query.Number("offset", minimum: 0, query.Number("skip", minimum: 0, otherwise: 0));
        var isTooDeep = options.SkipLimit is { } skipLimit && skip > skipLimit.MaxSkip;
        return isTooDeep && options.SkipLimit is { IsSilent: false }
            ? throw new ErrorReplyException(ErrorReplies.Invalid("skip"))
            : new PageRequest(skip, Math.Min(limit, options.MaxLimit), isTooDeep);
    }

    /// <summary>Whether more follow, by the service's reckoning: true once too often where the last page is exactly full.</summary>
    public bool SaysMore(int count) => !IsTooDeep && count >= (long)Skip + Limit;

    /// <summary>The items on the page.</summary>
    public List<T> Of<T>(int count, Func<int, T> item)
    {
        var page = new List<T>();
        var end = IsTooDeep ? 0 : Math.Min(count, (long)Skip + Limit);
        for (var index = Skip; index < end; index++)
        {
            page.Add(item(index));
        }

        return page;
    }
}
