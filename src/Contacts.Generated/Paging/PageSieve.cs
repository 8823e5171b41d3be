namespace Contacts.Generated;

/// <summary>Tells the new items of a page from those that an earlier one brought, and keeps the item that the next page must overlap.</summary>
internal sealed class PageSieve<T>
{
    private readonly Func<T, string?> _id;
    private readonly SeenIds _seen = new(PagingRules.Window);
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
            _anchor = known;
        }

        Overlap = start.Overlap;
    }

    /// <summary>
    /// How many positions before the end of the last page its last item with an id stands, that one included. 0 when there is none, or so far back
    /// that the next page would bring nothing else: then positions have to be trusted.
    /// </summary>
    public int Overlap { get; private set; }

    public int KnownIds => _seen.Count;

    public int NewIds { get; private set; }

    public bool GaveUnrecognisable { get; private set; }

    public bool Cycles { get; private set; }

    public bool Knows(T item) => IdOf(item) is { } id && _seen.Contains(id);

    public bool IsAnchor(T item) => _anchor is not null && string.Equals(IdOf(item), _anchor, StringComparison.Ordinal);

    /// <summary>Whether a page has the length and the first id of the last one.</summary>
    public bool IsSamePage(IReadOnlyList<T> items) =>
        items.Count > 0 && items.Count == _page.Count && IdOf(items[0]) is { } id && string.Equals(id, IdOf(_page[0]), StringComparison.Ordinal);

    public int FirstKnown(IReadOnlyList<T> items)
    {
        for (var i = 0; i < items.Count; i++)
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

        Remember(items);
        return kept ?? items;
    }

    /// <summary>The last ids received, oldest first: of the last page, known ones too, since the next page begins with one of these.</summary>
    public IReadOnlyList<string> LastIds()
    {
        var ids = new List<string>(PagingRules.ContinuationIds);
        for (var i = _page.Count - 1; i >= 0 && ids.Count < PagingRules.ContinuationIds; i--)
        {
            AddOnce(IdOf(_page[i]));
        }

        for (var back = 0; back < _seen.Count && ids.Count < PagingRules.ContinuationIds; back++)
        {
            AddOnce(_seen.Recent(back));
        }

        ids.Reverse();
        return ids;

        void AddOnce(string? id)
        {
            if (id is not null && !ids.Contains(id))
            {
                ids.Add(id);
            }
        }
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
