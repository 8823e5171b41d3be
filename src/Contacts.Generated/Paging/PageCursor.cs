namespace Contacts.Generated;

/// <summary>
/// Knows what to ask for next and when a list has ended. Each page starts at the last item received and must go on from it. If it does, nothing is missing
/// between the two pages: whatever kept its place follows that item. If not, the list changed, so the cursor steps back until a page goes on from what
/// was received last, or begins at the start of the list. A list that changed gets a <see cref="SecondLook"/> at its end.
/// The cursor does no input or output and assumes nothing about the order in which pages were fetched.
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
    private readonly SecondLook _look;
    private readonly int _pageSize;

    private bool _begun;
    private int _start;
    private int _position;
    private int _furthest;
    private int _nearest;
    private int _passStart;
    private bool _knowsTotal;
    private int _back;
    private bool _looksBeyond;
    private bool _isAboveStart;
    private int _foundBeyond;
    private int _stalls;
    private PageContinuation? _endOfList;

    public PageCursor(Func<T, string?> id, PageContinuation start, int pageSize)
    {
        _sieve = new PageSieve<T>(id, start, _guard);
        _look = new SecondLook(_sieve.Changes);
        _pageSize = pageSize;
        _start = start.Start;
        _nearest = start.Start;
        _passStart = start.Start;
        _position = start.Position;
        _furthest = Math.Max(start.Start, start.Position);
        _begun = !start.IsStart;
    }

    public IReadOnlyList<T> Items { get; private set; } = [];

    public int? Total { get; private set; }

    public bool IsLast { get; private set; }

    public ReadAheadPlan Plan { get; } = new();

    /// <summary>During a second look it is the end of the list: who resumes there is not given the list again.</summary>
    public PageContinuation Continuation => _endOfList ?? new(_start, _position, _sieve.Overlap, _sieve.LastIds());

    public int NextLimit => _end.TestsLimit ? 1 : _pageSize;

    public int NextSkip =>
        !_begun ? _position
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
        if (!FindPlace(skip, page, out var from))
        {
            Plan.Pause();
            LookAgain();
            return IsLast;
        }

        _nearest = Math.Min(_nearest, skip);
        var nothingNewAfter = _begun && items.Count == 1 && limit > 1;
        // A short page may end within what the overlap holds already.
        var stays = items.Count > 0 && _begun && _back == 0 && _sieve.IsAnchor(items[0]) ? _position : 0;
        var isSame = _sieve.IsSamePage(items);
        Items = _sieve.Sift(items, from, TrustedWithoutId(skip, items.Count));
        Total = page.Total ?? Total;
        var facts = new PageFacts(skip, limit, items.Count, page.HasMore, page.Total, _sieve.NewIds, nothingNewAfter, isSame);
        var outcome = _end.Judge(facts, _looksBeyond);
        var repeats = _sieve.Cycles || _guard.IsRepeat(facts, _position, Math.Max(_sieve.KnownIds, _furthest - _start), _back > 0, _sieve.GaveUnrecognisable);
        (_begun, _position, _back, _looksBeyond) = (_begun || facts.Count > 0, Math.Max(facts.End, stays), 0, false);
        _sieve.KeepWithoutId(_position - facts.End);
        _furthest = Math.Max(_furthest, _position);
        Plan.Update(facts);
        if (facts.GrandTotal is { } total)
        {
            _sieve.Changes.NoticeTotal(total);
        }

        _knowsTotal = facts.GrandTotal == _position;

        if (repeats && !_look.IsOn)
        {
            throw PagingFault.Repeats(_position);
        }

        Follow(outcome);
        if (_look.Ends(_sieve.NewIds, _sieve.KnownIds, _passStart, facts.GrandTotal))
        {
            IsLast = true;
            return true;
        }

        if (repeats)
        {
            // Not the end, but as far as this look gets: the next one may get further.
            _sieve.Changes.NoticeLeft();
            IsLast = true;
        }

        LookAgain();
        return IsLast || Items.Count > 0;
    }

    // Without an id an item cannot be told from others: a second look, which would give it twice, leaves it out.
    private int TrustedWithoutId(int skip, int count) =>
        _look.IsOn ? count
        : _begun && _sieve.Overlap == 0 ? _position - skip
        : 0;

    // At the end of a list that changed, from as far above the caller's start as the reading had to go.
    private void LookAgain()
    {
        if (IsLast && !_end.IsUnpaged && _sieve.RemembersAll && _look.Begin(_sieve.Pass(_passStart, _position), _knowsTotal))
        {
            _endOfList ??= Continuation;
            _guard.Reset();
            _sieve.StartAnew();
            (IsLast, _begun, _position, _back, _looksBeyond, _isAboveStart) = (false, false, _nearest, 0, false, _nearest < _start);
            _passStart = _nearest;
        }

        if (_look.MayEndEarly)
        {
            Plan.Pause();
        }
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

    private bool FindPlace(int skip, in FetchedPage<T> page, out int from)
    {
        var items = page.Items;
        from = _isAboveStart ? LeftOut(skip, items) : 0;
        if (!_begun)
        {
            return true;
        }

        if (_looksBeyond)
        {
            return FindBeyond(page);
        }

        if (_sieve.Connects(items, _position - skip, _back > 0) || _sieve.Overlap == 0)
        {
            return true;
        }

        // An empty page may be a whim of the server; the page that goes on shows whether something left.
        if (items.Count > 0 || skip == 0)
        {
            _sieve.Changes.NoticeLeft();
        }

        // Where not all that stands before this place is remembered, what comes before the first known id is not new. With no known
        // id at all, twice is better than never.
        var forgot = _start > 0 || !_sieve.RemembersAll;
        from = forgot && (skip < _start || skip == 0 || _back > _sieve.KnownIds) ? Math.Max(0, _sieve.FirstKnown(items, 0)) : 0;
        from = skip < _start ? Math.Min(from, _start - skip) : from;
        if (skip == 0 || from > 0)
        {
            StartAnew(skip, keepsStart: from > 0 || items.Count == 0);
            return true;
        }

        StepBack();
        return false;
    }

    // Above the caller's start the items that come before the first known one were left out before. What two pages share is known
    // from this look.
    private int LeftOut(int skip, IReadOnlyList<T> items)
    {
        var known = _sieve.FirstKnown(items, _position - skip);
        _isAboveStart = known < 0;
        return Math.Min(known < 0 ? items.Count : known, Math.Max(0, _start - skip));
    }

    private void StartAnew(int skip, bool keepsStart)
    {
        _sieve.StartAnew();
        _passStart = skip;
        if (skip == 0)
        {
            _sieve.Changes.Clear();
            _start = keepsStart ? _start : 0;
        }
    }

    // The last item itself there is a server that ignores 'skip'. Nothing there is the end, unless the server claims more or
    // the list became shorter meanwhile; then the last item is asked for once more.
    private bool FindBeyond(in FetchedPage<T> page)
    {
        var items = page.Items;
        if (items.Count > 0 && _sieve.IsAnchor(items[0]))
        {
            return true;
        }

        var isDoubtful = _foundBeyond == 0 && (page.HasMore == true || (page.Total > 0 && page.Total != _position));
        (_looksBeyond, _foundBeyond, IsLast) = (false, _foundBeyond + 1, items.Count == 0 && !isDoubtful);
        return false;
    }

    // 2, 4, 8 … but not past the oldest item of the run before that was tried, and then never so far at once that a page could jump over the whole run.
    private void StepBack()
    {
        var oldest = _sieve.RunLength - Math.Max(1, _sieve.Overlap);
        var furthest = _back < oldest ? oldest : _back + Math.Max(1L, _sieve.RunLength + _pageSize - 3L);
        _back = (int)Math.Min(Math.Min(_back == 0 ? 2 : 2L * _back, Math.Max(furthest, _back + 1L)), int.MaxValue);
    }
}
