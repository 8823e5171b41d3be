namespace Contacts.Generated;

/// <summary>
/// Fetches <paramref name="limit"/> items from position <paramref name="skip"/>; errors have been retried when it gives up.
/// </summary>
internal delegate Task<PageResponse<T>> FetchPage<T>(int skip, int limit, CancellationToken cancellationToken);

/// <summary>What a server answered to one request for a page.</summary>
/// <param name="Items">The items, in the server's order.</param>
/// <param name="HasMore">Whether more follow, or null when the server did not say.</param>
/// <param name="Total">The grand total, or null. It may be wrong: nothing but work saved may depend on it.</param>
/// <param name="WasRateLimited">Whether one of the attempts was answered by 429.</param>
internal readonly record struct PageResponse<T>(IReadOnlyList<T> Items, bool? HasMore, int? Total, bool WasRateLimited);

/// <summary>
/// A list at the service, from an operation that takes <c>skip</c> and <c>limit</c>. Each enumeration has a reader of its own.
/// </summary>
internal sealed class PagedList<T> : ContactsPageable<T>
{
    private readonly FetchPage<T> _fetch;
    private readonly Func<T, string?> _id;
    private readonly PageContinuation _start;
    private readonly byte[] _scopeHash;
    private readonly int _pageSize;
    private readonly int _maxPagesInFlight;
    private readonly TimeSpan _maxBlock;
    private readonly PauseClock _clock;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Checks everything that can be checked without a request, and copies the options, which can be changed later.</summary>
    /// <param name="fetch">Fetches one page.</param>
    /// <param name="id">Gets the id of an item; null or empty when it has none.</param>
    /// <param name="skip">Where the list starts, or null when the caller did not say.</param>
    /// <param name="scope">What a continuation belongs to.</param>
    /// <param name="clock">By what to wait while the service refuses.</param>
    /// <param name="paging">The caller's options.</param>
    /// <param name="cancellationToken">The token given to the operation.</param>
    /// <param name="pageSize">The page size unless the caller sets one; null for the usual one.</param>
    public PagedList(
        FetchPage<T> fetch,
        Func<T, string?> id,
        int? skip,
        PageScope scope,
        PauseClock clock,
        ContactsPagingOptions? paging,
        CancellationToken cancellationToken,
        int? pageSize = null)
    {
        paging ??= new();
        paging.Check(skip);
        (_fetch, _id, _cancellationToken) = (fetch, id, cancellationToken);
        _scopeHash = scope.Of(paging.Scope, ContinuationOption.OfList).Hash();
        (_pageSize, _maxPagesInFlight) = (paging.PageSizeOr(pageSize), paging.MaxPagesInFlight);
        (_clock, _maxBlock) = (clock, paging.MaxBlock);
        _start = paging.Continuation is { Length: > 0 } text
            ? PageContinuation.Parse(text, _scopeHash)
            : PageContinuation.AtStart(skip ?? 0);
    }

    public override IAsyncEnumerable<ContactsPage<T>> AsPages() => ReadPagesAsync();

    /// <summary>As the base class does, but without making continuations, and both tokens end the reading within a page too.</summary>
    public override async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        await foreach (var cursor in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var items = cursor.Items;
            for (var i = 0; i < items.Count; i++)
            {
                ThrowIfCancelled(cancellationToken);
                yield return items[i];
            }
        }
    }

    private async IAsyncEnumerable<ContactsPage<T>> ReadPagesAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var cursor in ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return new(cursor.Items, cursor.Total, cursor.IsLast ? null : cursor.Continuation.ToText(_scopeHash));
        }
    }

    // Fetches what the cursor asks for, and yields it whenever it has new items or has come to the end.
    private async IAsyncEnumerable<PageCursor<T>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        var cursor = new PageCursor<T>(_id, _start, _pageSize);
        var ahead = new ReadAhead<T>(_fetch, _maxPagesInFlight, new BlockPauses(_clock, _maxBlock), either.Token);
        await using var _ = ahead.ConfigureAwait(false);
        while (!cursor.IsLast)
        {
            ThrowIfCancelled(cancellationToken);
            PageResponse<T> page;
            try
            {
                page = await ahead.TakeAsync(cursor.NextSkip, cursor.NextLimit, cursor.Plan).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (either.IsCancellationRequested)
            {
                // A linked token means nothing to the caller, who may compare the exception's token with their own.
                var token = cancellationToken.IsCancellationRequested ? cancellationToken : _cancellationToken;
                throw new OperationCanceledException(exception.Message, exception, token);
            }

            if (cursor.Accept(page))
            {
                if (cursor.IsLast)
                {
                    ahead.Cancel();
                }

                yield return cursor;
                ahead.Grow();
            }
        }
    }

    private void ThrowIfCancelled(CancellationToken callersToken)
    {
        callersToken.ThrowIfCancellationRequested();
        _cancellationToken.ThrowIfCancellationRequested();
    }
}
