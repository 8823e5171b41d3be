namespace Contacts.Generated;

/// <summary>
/// Keeps the next pages under way: as many as the reader and the service have shown to be right. A page is started only when one is taken,
/// so a slow reader has no more than the maximum in memory, and one that stops early has paid for little.
/// </summary>
internal sealed class ReadAhead<T>(FetchPage<T> fetch, int maxInFlight, BlockPauses pauses, CancellationToken cancellationToken)
    : IAsyncDisposable
{
    /// <summary>Whoever has read so many pages to their end is likely to read on.</summary>
    private const int PagesBeforeGrowth = 2;

    private readonly Queue<PendingPage> _pending = new();
    private CancellationTokenSource? _cancel;
    private int _lastSkip;

    // How many pages may be in flight, and how many were read since the service last refused. What becomes of a page that was asked for
    // before that refusal, in an earlier round, says nothing new; nor does its refusal if there was a pause since then.
    private int _window = 1;
    private int _pagesRead;
    private int _round;
    private int _lastPause;

    /// <summary>Gives the page asked for, from those under way if it is the next of them; all others are dropped if it is not.</summary>
    public async ValueTask<PageResponse<T>> TakeAsync(int skip, int limit, ReadAheadPlan plan)
    {
        pauses.Begin();
        if (_pending.Count > 0 && ((_pending.Peek().Skip, _pending.Peek().Limit) != (skip, limit)))
        {
            await DropAsync().ConfigureAwait(false);
        }

        foreach (var pending in _pending)
        {
            Heed(pending);
        }

        if (_pending.Count == 0)
        {
            Start(skip, limit);
        }

        while (_pending.Count < _window && plan.Stride > 0
            && (long)_lastSkip + plan.Stride + 1 < Math.Min(plan.End, int.MaxValue - limit))
        {
            Start(_lastSkip + plan.Stride, limit);
        }

        return await ReceiveAsync(_pending.Dequeue()).ConfigureAwait(false);
    }

    /// <summary>The reader has read the last page to its end.</summary>
    public void Grow() => _window += ++_pagesRead >= PagesBeforeGrowth && _window < maxInFlight ? 1 : 0;

    /// <summary>Ends the requests that nobody will wait for; <see cref="DisposeAsync"/> waits for their end.</summary>
    public void Cancel() => _cancel?.Cancel();

    public ValueTask DisposeAsync() => DropAsync();

    private void Start(int skip, int limit)
    {
        _pending.Enqueue(Fetch(skip, limit));
        _lastSkip = skip;
    }

    private PendingPage Fetch(int skip, int limit)
    {
        _cancel ??= CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        return new PendingPage(skip, limit, _round, FetchAsync(skip, limit, _cancel.Token));
    }

    // Whatever fails while a request is made belongs to its page, and surfaces when that page's turn comes.
    private async Task<PageResponse<T>> FetchAsync(int skip, int limit, CancellationToken token) =>
        await fetch(skip, limit, token).ConfigureAwait(false);

    // While the service refuses, this page alone is asked for again and again; those after it keep what they have.
    private async Task<PageResponse<T>> ReceiveAsync(PendingPage pending)
    {
        while (true)
        {
            try
            {
                var page = await pending.Page.ConfigureAwait(false);
                Heed(pending);
                return page;
            }
            catch (ContactsRateLimitException refusal)
            {
                Heed(pending);
                if (!await pauses.PauseAsync(refusal, isOld: pending.Round < _lastPause, cancellationToken).ConfigureAwait(false))
                {
                    throw;
                }

                _lastPause = _round;
            }

            pending = Fetch(pending.Skip, pending.Limit);
        }
    }

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
            var pending = _pending.Dequeue();
            try
            {
                await pending.Page.ConfigureAwait(false);
            }
#pragma warning disable CA1031 // nobody asked for this page any more: neither its failure nor its cancellation is news
            catch (Exception)
#pragma warning restore CA1031
            {
            }

            Heed(pending);
        }

        _cancel.Dispose();
        _cancel = null;
    }

    // Half as many pages after a refusal, once for all that were in flight; growth begins as at the start.
    private void Heed(in PendingPage pending)
    {
        if (pending.Round == _round && pending.WasRefused)
        {
            (_round, _window, _pagesRead) = (_round + 1, Math.Max(1, _window / 2), 0);
        }
    }

    private readonly record struct PendingPage(int Skip, int Limit, int Round, Task<PageResponse<T>> Page)
    {
        public bool WasRefused => Page.Status == TaskStatus.RanToCompletion
            ? Page.Result.WasRateLimited
            : Page.Exception?.InnerException is ContactsRateLimitException;
    }
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
