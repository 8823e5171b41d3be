namespace Contacts.Generated;

/// <summary>
/// Knows what to ask for next and when a list has ended. Each page starts at the last item received and must begin with a known id. If it does, nothing
/// is missing between the two pages: whatever kept its place follows the known item. If not, items before it vanished and the rest moved up, so the
/// cursor steps back until a page begins with a known id. It does no input or output and assumes nothing about the order in which pages were fetched.
/// </summary>
internal sealed class PageCursor<T>
{
    /// <summary>Once may be an item that was added at that moment; again, beside a page of one item, it is a server that sends no more than one.</summary>
    private const int MaxFoundBeyond = 2;

    /// <summary>How often in a row a page may bring the known item alone although there is said to be more.</summary>
    private const int MaxStalls = 6;

    private readonly RepeatGuard _guard = new();
    private readonly EndRule _end = new();
    private readonly PageSieve<T> _sieve;
    private readonly int _pageSize;
    private readonly int _start;

    private bool _begun;
    private int _position;
    private int _furthest;
    private int _back;
    private bool _looksBeyond;
    private int _foundBeyond;
    private int _stalls;

    public PageCursor(Func<T, string?> id, PageContinuation start, int pageSize)
    {
        _sieve = new PageSieve<T>(id, start, _guard);
        _pageSize = pageSize;
        _start = start.Start;
        _position = start.Position;
        _furthest = Math.Max(start.Start, start.Position);
        _begun = !start.IsStart;
    }

    public IReadOnlyList<T> Items { get; private set; } = [];

    public int? Total { get; private set; }

    public bool IsLast { get; private set; }

    public ReadAheadPlan Plan { get; } = new();

    public PageContinuation Continuation => new(_start, _position, _sieve.Overlap, _sieve.LastIds());

    public int NextLimit => _end.TestsLimit ? 1 : _pageSize;

    public int NextSkip =>
        !_begun ? _start
        : _looksBeyond ? _position
        : Math.Max(0, _position - Math.Max(1, _sieve.Overlap) - _back);

    /// <summary>Takes the answer to the request for <see cref="NextSkip"/> and <see cref="NextLimit"/>.</summary>
    /// <returns>Whether there is something to give: new items, or the end.</returns>
    public bool Accept(in FetchedPage<T> page)
    {
        var (skip, limit, items) = (NextSkip, NextLimit, page.Items);
        if ((long)skip + items.Count >= int.MaxValue)
        {
            throw PagingFault.TooFar(skip);
        }

        Items = [];
        if (!FindPlace(skip, items, out var from))
        {
            Plan.Pause();
            return IsLast;
        }

        var nothingNewAfter = _begun && items.Count == 1 && limit > 1;
        // A short page may end within what the overlap holds already.
        var stays = items.Count > 0 && _begun && _back == 0 && _sieve.IsAnchor(items[0]) ? _position : 0;
        var isSame = _sieve.IsSamePage(items);
        Items = _sieve.Sift(items, from, _begun && _sieve.Overlap == 0 ? _position - skip : 0);
        Total = page.Total ?? Total;
        var facts = new PageFacts(skip, limit, items.Count, page.HasMore, page.Total, _sieve.NewIds, nothingNewAfter, isSame);
        var outcome = _end.Judge(facts, _looksBeyond);
        var repeats = _sieve.Cycles || _guard.IsRepeat(facts, _position, Math.Max(_sieve.KnownIds, _furthest - _start), _back > 0, _sieve.GaveUnrecognisable);
        (_begun, _position, _back, _looksBeyond) = (_begun || facts.Count > 0, Math.Max(facts.End, stays), 0, false);
        _furthest = Math.Max(_furthest, _position);
        Plan.Update(facts);
        if (repeats)
        {
            throw PagingFault.Repeats(_position);
        }

        Follow(outcome);
        return IsLast || Items.Count > 0;
    }

    private void Follow(PageOutcome outcome)
    {
        IsLast = outcome == PageOutcome.Last;
        _looksBeyond = outcome == PageOutcome.LookBeyond;
        if (!_looksBeyond)
        {
            (_stalls, _foundBeyond) = (0, 0);
            return;
        }

        if (_foundBeyond == MaxFoundBeyond)
        {
            throw PagingFault.OneItemAPage(_position);
        }

        if (++_stalls == MaxStalls)
        {
            throw PagingFault.Repeats(_position);
        }
    }

    private bool FindPlace(int skip, IReadOnlyList<T> items, out int from)
    {
        from = 0;
        if (!_begun || (items.Count > 0 && _sieve.Knows(items[0])))
        {
            return true;
        }

        if (_looksBeyond)
        {
            (_looksBeyond, _foundBeyond, IsLast) = (false, _foundBeyond + 1, items.Count == 0);
            return false;
        }

        if (_sieve.Overlap == 0)
        {
            return true;
        }

        // Where more stands before this place than is remembered, what comes before the first known id is not new. With no known id at all, twice is
        // better than never.
        var forgot = _start > 0 || _position - _start > _sieve.KnownIds;
        from = forgot && (skip < _start || skip == 0 || _back > _sieve.KnownIds) ? Math.Max(0, _sieve.FirstKnown(items)) : 0;
        if (skip == 0 || from > 0)
        {
            return true;
        }

        StepBack();
        return false;
    }

    // 1, 2, 4 … but never so far at once that a page could jump over all known ids.
    private void StepBack()
    {
        var reach = (long)_back + _sieve.KnownIds + _pageSize - 2;
        _back = _back == 0 ? 1 : (int)Math.Min(Math.Min(2L * _back, reach), int.MaxValue);
    }
}
