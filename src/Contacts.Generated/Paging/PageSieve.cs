namespace Contacts.Generated;

/// <summary>Tells the new items of a page from those that an earlier one brought, and whether a page goes on from what was received last.</summary>
internal sealed class PageSieve<T>
{
    /// <summary>How many items must follow each other as they did before, so that a page that begins elsewhere than expected goes on from them.</summary>
    private const int MinInSequence = 2;

    private readonly Func<T, string?> _id;
    private readonly SeenIds _seen = new(PagingRules.Window);
    private readonly ReceivedRun _run = new(PagingRules.Window);
    private readonly bool _remembersStart;
    private readonly RepeatGuard _guard;
    private IReadOnlyList<T> _page = [];
    private string? _anchor;

    public PageSieve(Func<T, string?> id, PageContinuation start, RepeatGuard guard)
    {
        _id = id;
        _guard = guard;
        foreach (var known in start.Ids)
        {
            _seen.Add(known);
            _run.Add(known);
            _anchor = known;
        }

        for (var back = 1; back < start.Overlap; back++)
        {
            _run.Add(null);
        }

        Overlap = start.Overlap;
        _remembersStart = start.Position - start.Start <= start.Ids.Count;
    }

    /// <summary>
    /// How many positions before the end of the last page its last item with an id stands, that one included. 0 when there is none, or so far back
    /// that the next page would bring nothing else: then positions have to be trusted.
    /// </summary>
    public int Overlap { get; private set; }

    public int KnownIds => _seen.Count;

    /// <summary>How many positions before the place of reading hold an item that is remembered with its place.</summary>
    public int RunLength => _run.Count;

    /// <summary>Whether each id given so far is known still, so that a look from the start gives nothing twice.</summary>
    public bool RemembersAll => _remembersStart && _seen.Count < PagingRules.Window;

    public ListChanges Changes { get; } = new();

    public int NewIds { get; private set; }

    public bool GaveUnrecognisable { get; private set; }

    public bool Cycles { get; private set; }

    /// <summary>
    /// Whether a page goes on from what was received last. A single known item proves nothing, since it may have moved there; but it counts where it
    /// is expected, which costs an unchanged list no request more. Elsewhere it must be followed by the item that followed it before.
    /// </summary>
    /// <param name="items">The page.</param>
    /// <param name="expected">How far before the place of reading the page should begin.</param>
    /// <param name="steppedBack">Whether the page where the next one was expected did not go on.</param>
    public bool Connects(IReadOnlyList<T> items, int expected, bool steppedBack)
    {
        if (items.Count == 0 || _run.BackOf(IdOf(items[0])) is not (> 0 and var back))
        {
            return false;
        }

        if (back != expected || steppedBack)
        {
            var inSequence = CountInSequence(items, back);
            if (inSequence < MinInSequence)
            {
                return false;
            }

            if (back < expected || inSequence < back)
            {
                Changes.NoticeLeft();
            }
        }

        _run.Cut(back);
        return true;
    }

    /// <summary>A short page may end among items without an id that stand behind the last known one: they are still there.</summary>
    public void KeepWithoutId(int count)
    {
        for (; count > 0; count--)
        {
            _run.Add(null);
        }
    }

    /// <summary>What was received from one place to another.</summary>
    public PassFacts Pass(int start, int end)
    {
        var (held, withoutId, fingerprint) = _run.Sum();
        return new PassFacts(start, end, held, _seen.Count + withoutId, fingerprint);
    }

    /// <summary>Begins a run: what was received before is known, but no longer where it stands.</summary>
    public void StartAnew() => _run.Cut(_run.Count);

    public bool Knows(T item) => IdOf(item) is { } id && _seen.Contains(id);

    public bool IsAnchor(T item) => _anchor is not null && string.Equals(IdOf(item), _anchor, StringComparison.Ordinal);

    /// <summary>Whether a page has the length and the first id of the last one.</summary>
    public bool IsSamePage(IReadOnlyList<T> items) =>
        items.Count > 0 && items.Count == _page.Count && IdOf(items[0]) is { } id && string.Equals(id, IdOf(_page[0]), StringComparison.Ordinal);

    public int FirstKnown(IReadOnlyList<T> items, int from)
    {
        for (var i = from; i < items.Count; i++)
        {
            if (Knows(items[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The new items of a page, in order; the page itself when all are new.</summary>
    /// <param name="items">The page.</param>
    /// <param name="from">The first item that counts.</param>
    /// <param name="trusted">How many items at the beginning are known by position alone, if they have no id.</param>
    public IReadOnlyList<T> Sift(IReadOnlyList<T> items, int from, int trusted)
    {
        (NewIds, GaveUnrecognisable) = (0, false);
        var idless = new IdlessRun<T>(this, items, trusted, Overlap - 1);
        List<T>? kept = null;
        for (var i = 0; i < items.Count; i++)
        {
            if (i >= from && IsNew(items[i], i, ref idless))
            {
                kept?.Add(items[i]);
            }
            else if (kept is null)
            {
                kept = new List<T>(items.Count - 1);
                for (var before = from; before < i; before++)
                {
                    kept.Add(items[before]);
                }
            }
        }

        for (var i = 0; i < items.Count; i++)
        {
            var id = IdOf(items[i]);
            _run.Add(id);
            if (i < from && id is not null)
            {
                _seen.Add(id);
            }
        }

        Remember(items);
        return kept ?? items;
    }

    /// <summary>The last ids of the run, oldest first; before them some given lately that left it, so that those are not given again.</summary>
    public IReadOnlyList<string> LastIds()
    {
        var (run, left) = (new List<string>(PagingRules.ContinuationIds), new List<string>());
        for (var back = 1; back <= Math.Max(_run.Count, _seen.Count) && run.Count + left.Count < PagingRules.ContinuationIds; back++)
        {
            if (back <= _run.Count && _run.At(back) is { Length: > 0 } id)
            {
                run.Add(id);
            }

            if (back <= _seen.Count && run.Count + left.Count < PagingRules.ContinuationIds && _seen.Recent(back - 1) is var recent && _run.BackOf(recent) == 0)
            {
                left.Add(recent);
            }
        }

        run.AddRange(left);
        run.Reverse();
        return run;
    }

    private int CountInSequence(IReadOnlyList<T> items, int back)
    {
        var count = 0;
        while (count < Math.Min(items.Count, back) && string.Equals(IdOf(items[count]), _run.At(back - count), StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    private bool IsNew(T item, int index, ref IdlessRun<T> idless)
    {
        if (IdOf(item) is not { } id)
        {
            var isNew = item is not null && !idless.WasGiven(index);
            GaveUnrecognisable |= isNew;
            return isNew;
        }

        if (!_seen.Add(id))
        {
            return false;
        }

        NewIds++;
        idless.Broke();
        Cycles |= _guard.IsCycle(id);
        return true;
    }

    private void Remember(IReadOnlyList<T> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        _page = items;
        Overlap = 0;
        for (var back = 1; back <= Math.Max(1, items.Count - 1); back++)
        {
            if (IdOf(items[items.Count - back]) is { } id)
            {
                (_anchor, Overlap) = (id, back);
                return;
            }
        }
    }

    private string? IdOf(T item) => item is not null && _id(item) is { Length: > 0 } id ? id : null;
}
