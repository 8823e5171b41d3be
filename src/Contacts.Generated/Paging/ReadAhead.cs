namespace Contacts.Generated;

/// <summary>
/// Keeps the next pages under way. A page is started only when one is taken, so a slow reader has no more than the maximum in memory.
/// </summary>
internal sealed class ReadAhead<T>(FetchPage<T> fetch, int maxInFlight, CancellationToken cancellationToken) : IAsyncDisposable
{
    private readonly Queue<PendingPage> _pending = new();
    private CancellationTokenSource? _cancel;
    private int _maxInFlight = maxInFlight;
    private int _lastSkip;

    /// <summary>Gives the page asked for, from those under way if it is the next of them; all others are dropped if it is not.</summary>
    public async ValueTask<PageResponse<T>> TakeAsync(int skip, int limit, ReadAheadPlan plan)
    {
        if (_pending.Count > 0 && ((_pending.Peek().Skip, _pending.Peek().Limit) != (skip, limit)))
        {
            await DropAsync().ConfigureAwait(false);
        }

        HeedRateLimit();
        if (_pending.Count == 0)
        {
            Start(skip, limit);
        }

        while (_pending.Count < _maxInFlight && plan.Stride > 0
            && (long)_lastSkip + plan.Stride + 1 < Math.Min(plan.End, int.MaxValue - limit))
        {
            Start(_lastSkip + plan.Stride, limit);
        }

        var page = await _pending.Dequeue().Page.ConfigureAwait(false);
        Heed(page);
        return page;
    }

    /// <summary>Ends the requests that nobody will wait for; <see cref="DisposeAsync"/> waits for their end.</summary>
    public void Cancel() => _cancel?.Cancel();

    public ValueTask DisposeAsync() => DropAsync();

    private void Start(int skip, int limit)
    {
        _cancel ??= CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _pending.Enqueue(new PendingPage(skip, limit, FetchAsync(skip, limit, _cancel.Token)));
        _lastSkip = skip;
    }

    // Whatever fails while a request is made belongs to its page, and surfaces when that page's turn comes.
    private async Task<PageResponse<T>> FetchAsync(int skip, int limit, CancellationToken token) =>
        await fetch(skip, limit, token).ConfigureAwait(false);

    private async ValueTask DropAsync()
    {
        if (_cancel is null)
        {
            return;
        }

        // What has arrived by itself may tell of a rate limit; the rest is cancelled and waited for, so that no task is left behind.
        _cancel.Cancel();
        while (_pending.Count > 0)
        {
            try
            {
                Heed(await _pending.Dequeue().Page.ConfigureAwait(false));
            }
#pragma warning disable CA1031 // nobody asked for this page any more: neither its failure nor its cancellation is news
            catch (Exception)
#pragma warning restore CA1031
            {
            }
        }

        _cancel.Dispose();
        _cancel = null;
    }

    private void HeedRateLimit()
    {
        foreach (var pending in _pending)
        {
            if (pending.Page.Status == TaskStatus.RanToCompletion)
            {
                Heed(pending.Page.Result);
            }
        }
    }

    private void Heed(in PageResponse<T> page)
    {
        if (page.WasRateLimited)
        {
            _maxInFlight = 1;
        }
    }

    private readonly record struct PendingPage(int Skip, int Limit, Task<PageResponse<T>> Page);
}

/// <summary>Where the pages after the next one are likely to start. A wrong plan costs requests, never items.</summary>
internal sealed class ReadAheadPlan
{
    private int _lastCount;

    /// <summary>How far apart pages start: one less than a page brings, since pages overlap by one item. 0 for no reading ahead.</summary>
    public int Stride { get; private set; }

    /// <summary>No page is read ahead that would start at or after this position's last item.</summary>
    public long End { get; private set; }

    public void Pause() => Stride = 0;

    public void Update(in PageInfo page)
    {
        var isRegular = page.Count >= page.Limit || page.Count == _lastCount;
        var goesOn = page.GrandTotal is null
            ? page.HasMore != false && (page.Count >= page.Limit || (isRegular && page.HasMore == true))
            : page.TotalSaysMore && (isRegular || _lastCount == 0);
        Stride = goesOn ? Math.Max(0, page.Count - 1) : 0;
        End = page.GrandTotal ?? long.MaxValue;
        _lastCount = page.Count;
    }
}
