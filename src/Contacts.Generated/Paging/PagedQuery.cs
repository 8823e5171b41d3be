namespace Contacts.Generated;

/// <summary>The seam to the client: one call makes a pageable of an operation that takes <c>skip</c> and <c>limit</c>.</summary>
internal static class PagedQuery
{
    /// <summary>Checks everything that can be checked without a request.</summary>
    /// <param name="fetch">Fetches one page.</param>
    /// <param name="id">The id of an item; null or empty when it has none.</param>
    /// <param name="skip">Where the list starts, as the caller of the operation said; null when they did not.</param>
    /// <param name="scope">What a continuation belongs to.</param>
    /// <param name="paging">The caller's options.</param>
    /// <param name="cancellationToken">The token given to the operation.</param>
    public static ContactsPageable<T> Create<T>(
        PageFetcher<T> fetch, Func<T, string?> id, int? skip, PageScope scope, ContactsPagingOptions? paging, CancellationToken cancellationToken)
    {
        PagingRules.Check(paging, skip);
        var scopeHash = scope.Hash();
        return new QueryPageable<T>(new PageSource<T>
        {
            Fetch = fetch,
            Id = id,
            Start = paging?.Continuation is { Length: > 0 } text ? PageContinuation.Parse(text, scopeHash) : PageContinuation.AtStart(skip ?? 0),
            ScopeHash = scopeHash,
            PageSize = paging?.PageSize ?? PagingRules.DefaultPageSize,
            MaxPagesInFlight = paging?.MaxPagesInFlight ?? 1,
            CancellationToken = cancellationToken,
        });
    }
}
