using System.Globalization;

namespace Contacts.Generated;

/// <summary>
/// Reads a list that is asked for by position and may change meanwhile: knows what to ask for next, and what of a page is new.
/// </summary>
/// <remarks>
/// <list type="number">
/// <item>Overlap: each page is asked for from the last item received. If it begins with that item, nothing is missing between the two
/// pages, since whatever kept its place follows it. Items received before, recognised by their ids, are left out: see
/// <see cref="ReceivedItems{T}"/>.</item>
/// <item>Step back: if a page does not go on from what was received last, the list changed before it. Pages are asked for 2, 4, 8 …
/// positions earlier until one does, two items in a row as they were received, or until the start of the list, where reading begins
/// anew.</item>
/// <item>End: a page says that it is the last, or has nothing after the known item. What is doubtful is asked for once more: see
/// <see cref="EndOfList"/>. A list that does not end is an error: see <see cref="EndlessListGuard"/>.</item>
/// <item>Count: at the end, if fewer different items were received than the list has places, or something left its place, an item may
/// have moved across the place of reading. Then the list is read again from its start: see <see cref="RereadPolicy"/>.</item>
/// </list>
/// The cursor does no input or output, and does not mind in which order pages were fetched, so that pages can be read ahead.
/// </remarks>
internal sealed class PageCursor<T>
{
    private readonly EndlessListGuard _guard = new();
    private readonly EndOfList _end = new();
    private readonly RereadPolicy _reread = new();
    private readonly ReceivedItems<T> _received;
    private readonly int _pageSize;

    // In the server's numbering: where the list starts for the caller, how far it has been read, where this pass began, and the bounds of
    // all passes.
    private int _start;
    private int _position;
    private int _passStart;
    private int _nearest;
    private int _furthest;

    // How far before the expected place the next page is asked for, or whether it is asked for without overlap.
    private int _back;
    private bool _isProbe;

    private bool _hasBegun;
    private bool _isBeforeStart;
    private bool _knowsTotal;
    private PageContinuation? _endOfList;

    public PageCursor(Func<T, string?> id, PageContinuation start, int pageSize)
    {
        _received = new ReceivedItems<T>(id, start, _guard);
        _pageSize = pageSize;
        _start = _passStart = _nearest = start.Start;
        _position = start.Position;
        _furthest = Math.Max(start.Start, start.Position);
        _hasBegun = !start.IsStart;
    }

    /// <summary>The new items of the last page.</summary>
    public IReadOnlyList<T> Items { get; private set; } = [];

    public int? Total { get; private set; }

    public bool IsLast { get; private set; }

    public ReadAheadPlan Plan { get; } = new();

    /// <summary>While the list is read again it is the end of the list: whoever resumes there is not given the list again.</summary>
    public PageContinuation Continuation => _endOfList ?? new(_start, _position, _received.Overlap, _received.LastIds());

    public int NextSkip => _hasBegun && !_isProbe ? Math.Max(0, _position - Math.Max(1, _received.Overlap) - _back) : _position;

    public int NextLimit => _end.TestsLimit ? 1 : _pageSize;

    /// <summary>Takes the answer to the request for <see cref="NextSkip"/> and <see cref="NextLimit"/>.</summary>
    /// <returns>Whether there is something to give: new items, or the end.</returns>
    public bool Accept(in PageResponse<T> page)
    {
        var skip = NextSkip;
        if ((long)skip + page.Items.Count >= int.MaxValue)
        {
            throw new ContactsInvalidResponseException(ContactsInvalidResponseException.SomeSuccess)
            {
                Expected = "the end of the list",
                Remedy = string.Format(
                    CultureInfo.InvariantCulture, "The list goes on beyond position {0}, where 'skip' cannot reach: narrow the query.",
                    skip),
            };
        }

        Items = [];
        if (!FindPlace(skip, page, out var from))
        {
            Plan.Pause();
        }
        else if (Take(skip, page, from))
        {
            IsLast = true;
            return true;
        }

        ReadAgainIfChanged();
        return IsLast || Items.Count > 0;
    }

    private bool FindPlace(int skip, in PageResponse<T> page, out int from)
    {
        var items = page.Items;
        from = _isBeforeStart ? CountLeftOut(skip, items) : 0;
        if (!_hasBegun)
        {
            return true;
        }

        if (_isProbe)
        {
            return FindProbed(page);
        }

        if (_received.Connects(items, _position - skip, _back > 0, out var haveLeft) || _received.Overlap == 0)
        {
            _reread.NoticeLeft(haveLeft);
            return true;
        }

        // An empty page may be a passing fault; the page that does go on will show whether items left.
        _reread.NoticeLeft(items.Count > 0 || skip == 0);

        // Where not all that stands before this place is remembered, what comes before the first known id is not new. With no known
        // id at all, twice is better than never.
        var forgot = _start > 0 || !_received.RemembersAll;
        from = forgot && (skip < _start || skip == 0 || _back > _received.Ids.Count) ? Math.Max(0, _received.FirstKnown(items, 0)) : 0;
        from = skip < _start ? Math.Min(from, _start - skip) : from;
        if (skip == 0 || from > 0)
        {
            StartAnew(skip, keepsStart: from > 0 || items.Count == 0);
            return true;
        }

        StepBack();
        return false;
    }

    // Takes the new items of a page whose place is known. True if the list was read again, and all that was missing has been found early.
    private bool Take(int skip, in PageResponse<T> page, int from)
    {
        var items = page.Items;
        var hasNothingNewAfter = _hasBegun && items.Count == 1 && NextLimit > 1;
        // A short page may end within what the overlap holds already.
        var reached = items.Count > 0 && _hasBegun && _back == 0 && _received.IsAnchor(items[0]) ? _position : 0;
        // Without an id an item cannot be told from others: reading again, which would give it twice, leaves it out.
        var trusted = _reread.IsRereading ? items.Count : _hasBegun && _received.Overlap == 0 ? _position - skip : 0;
        var isSame = _received.IsSamePage(items);
        Items = _received.TakeNew(items, from, trusted);
        Total = page.Total ?? Total;
        var info = new PageInfo(skip, NextLimit, items.Count, page.HasMore, page.Total, _received.NewIds, hasNothingNewAfter, isSame);
        var next = _end.Judge(info, _isProbe);
        var readBefore = Math.Max(_received.Ids.Count, _furthest - _start);
        var repeats = _guard.IsRepeat(info, _position, readBefore, _back > 0, _received.GaveWithoutId);

        (_hasBegun, _position, _back, _isProbe) = (_hasBegun || items.Count > 0, Math.Max(info.End, reached), 0, next == NextStep.Probe);
        (_nearest, _furthest) = (Math.Min(_nearest, skip), Math.Max(_furthest, _position));
        _received.Ids.AddWithoutId(_position - info.End);
        Plan.Update(info);
        _reread.NoticeTotal(info.GrandTotal);
        _knowsTotal = info.GrandTotal == _position;
        if (repeats && !_reread.IsRereading)
        {
            throw EndlessListGuard.Repeats(_position);
        }

        _guard.CountProbes(next, _position);
        // A page that repeats is not the end, but as far as this pass gets: the next one may get further.
        IsLast = repeats || next == NextStep.Stop;
        if (_reread.HasFoundAll(_received.NewIds, _received.Ids.Count, _passStart, info.GrandTotal))
        {
            return true;
        }

        _reread.NoticeLeft(repeats);
        return false;
    }

    // Of what stands before the caller's start, the items before the first known one were left out by Skip. What two pages share is known
    // from this pass, and says nothing.
    private int CountLeftOut(int skip, IReadOnlyList<T> items)
    {
        var known = _received.FirstKnown(items, _position - skip);
        _isBeforeStart = known < 0;
        return Math.Min(known < 0 ? items.Count : known, Math.Max(0, _start - skip));
    }

    // A page that begins with the last item itself comes from a server that ignores 'skip'. An empty one is the end, unless the server
    // claims more or the list became shorter meanwhile; then the last item is asked for once more.
    private bool FindProbed(in PageResponse<T> page)
    {
        if (page.Items.Count > 0 && _received.IsAnchor(page.Items[0]))
        {
            return true;
        }

        var isDoubtful = _guard.Found == 0 && (page.HasMore == true || (page.Total > 0 && page.Total != _position));
        (_isProbe, IsLast) = (false, page.Items.Count == 0 && !isDoubtful);
        _guard.Found++;
        return false;
    }

    private void StartAnew(int skip, bool keepsStart)
    {
        _received.Ids.StartAnew();
        _passStart = skip;
        if (skip == 0)
        {
            _reread.Clear();
            _start = keepsStart ? _start : 0;
        }
    }

    // By 2, 4, 8 …, but first not past the oldest item that is remembered, and then never so far that a page could jump over all of them.
    private void StepBack()
    {
        var oldest = _received.Ids.Length - Math.Max(1, _received.Overlap);
        var furthest = _back < oldest ? oldest : _back + Math.Max(1L, _received.Ids.Length + _pageSize - 3L);
        _back = (int)Math.Min(Math.Min(_back == 0 ? 2 : 2L * _back, Math.Max(furthest, _back + 1L)), int.MaxValue);
    }

    // Begins at the earliest position that had to be read, which may be before the caller's start.
    private void ReadAgainIfChanged()
    {
        if (IsLast && !_end.IsUnpaged && _received.RemembersAll
            && _reread.BeginsAgain(_received.Ids.Summarize(_passStart, _position), _knowsTotal))
        {
            _endOfList ??= Continuation;
            _guard.Reset();
            _received.Ids.StartAnew();
            (IsLast, _hasBegun, _position, _back, _isProbe, _isBeforeStart) = (false, false, _nearest, 0, false, _nearest < _start);
            _passStart = _nearest;
        }

        if (_reread.MayEndEarly)
        {
            Plan.Pause();
        }
    }
}
