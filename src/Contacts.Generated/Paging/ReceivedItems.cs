namespace Contacts.Generated;

/// <summary>Tells the new items of a page from those received before, and whether a page goes on from what was received last.</summary>
internal sealed class ReceivedItems<T>
{
    /// <summary>
    /// How many items must follow each other as they did before, so that a page that begins elsewhere than expected goes on from them.
    /// </summary>
    private const int MinInSequence = 2;

    private readonly Func<T, string?> _id;
    private readonly EndlessListGuard _guard;
    private readonly bool _remembersStart;
    private string? _anchor;
    private string? _firstId;
    private int _count;

    public ReceivedItems(Func<T, string?> id, PageContinuation start, EndlessListGuard guard)
    {
        (_id, _guard) = (id, guard);
        foreach (var known in start.Ids)
        {
            Ids.Add(known);
            _anchor = known;
        }

        Ids.AddWithoutId(start.Overlap - 1);
        Overlap = start.Overlap;
        _remembersStart = start.Position - start.Start <= start.Ids.Count;
    }

    /// <summary>
    /// How many positions before the end of the last page its last item with an id stands, that one included. 0 when there is none, or so
    /// far back that the next page would bring nothing else: then positions have to be trusted.
    /// </summary>
    public int Overlap { get; private set; }

    public ReceivedIds Ids { get; } = new();

    /// <summary>Whether each id given so far is known still, so that another pass from the start gives nothing twice.</summary>
    public bool RemembersAll => _remembersStart && Ids.Count < ReceivedIds.Window;

    /// <summary>How many ids of the last page were new.</summary>
    public int NewIds { get; private set; }

    /// <summary>Whether items of the last page were given that have no id.</summary>
    public bool GaveWithoutId { get; private set; }

    /// <summary>
    /// Whether a page goes on from what was received last. A single known item proves nothing, since it may have moved there; but it counts
    /// where it is expected, which costs an unchanged list no request more. Elsewhere it must be followed by the item that followed it
    /// before.
    /// </summary>
    /// <param name="items">The page.</param>
    /// <param name="expected">How far before the place of reading the page should begin.</param>
    /// <param name="steppedBack">Whether the page where the next one was expected did not go on.</param>
    /// <param name="haveLeft">Whether items that were received no longer stand before the place of reading.</param>
    public bool Connects(IReadOnlyList<T> items, int expected, bool steppedBack, out bool haveLeft)
    {
        haveLeft = false;
        if (items.Count == 0 || Ids.BackOf(IdOf(items[0])) is not (> 0 and var back))
        {
            return false;
        }

        if (back != expected || steppedBack)
        {
            var inSequence = 0;
            while (inSequence < Math.Min(items.Count, back)
                && string.Equals(IdOf(items[inSequence]), Ids.At(back - inSequence), StringComparison.Ordinal))
            {
                inSequence++;
            }

            if (inSequence < MinInSequence)
            {
                return false;
            }

            haveLeft = back < expected || inSequence < back;
        }

        Ids.Cut(back);
        return true;
    }

    public bool IsAnchor(T item) => _anchor is not null && string.Equals(IdOf(item), _anchor, StringComparison.Ordinal);

    /// <summary>Whether a page has the length and the first id of the last one.</summary>
    public bool IsSamePage(IReadOnlyList<T> items) =>
        items.Count > 0 && items.Count == _count && IdOf(items[0]) is { } id && string.Equals(id, _firstId, StringComparison.Ordinal);

    public int FirstKnown(IReadOnlyList<T> items, int from)
    {
        while (from < items.Count && !IsKnown(items[from]))
        {
            from++;
        }

        return from < items.Count ? from : -1;
    }

    /// <summary>The new items of a page, in order; the page itself when all are new.</summary>
    /// <param name="items">The page.</param>
    /// <param name="from">The first item that counts.</param>
    /// <param name="trusted">How many items at the beginning are known by position alone, if they have no id.</param>
    public IReadOnlyList<T> TakeNew(IReadOnlyList<T> items, int from, int trusted)
    {
        (NewIds, GaveWithoutId) = (0, false);
        int? lastKnown = null;
        var givenAfter = 0;
        List<T>? kept = null;
        for (var i = 0; i < items.Count; i++)
        {
            var id = IdOf(items[i]);
            var isNew = Ids.Add(id) && i >= from;
            if (isNew)
            {
                NewIds++;
                givenAfter = 0;
                _guard.Watch(id!);
            }
            else if (id is null && items[i] is not null && i >= Math.Max(from, trusted))
            {
                if (lastKnown is null)
                {
                    (lastKnown, givenAfter) = FindLastKnown(items, i);
                }

                isNew = i > lastKnown && givenAfter-- <= 0;
                GaveWithoutId |= isNew;
            }

            if (isNew)
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

        RememberEnd(items);
        return kept ?? items;
    }

    /// <summary>
    /// The last ids in the order, oldest first; before them some that became known lately and left it, so that those are not given again.
    /// </summary>
    public IReadOnlyList<string> LastIds()
    {
        var (last, left) = (new List<string>(), new List<string>());
        for (var back = 1; back <= Math.Max(Ids.Length, Ids.Count) && last.Count + left.Count < PageContinuation.MaxIds; back++)
        {
            if (back <= Ids.Length && Ids.At(back) is { Length: > 0 } id)
            {
                last.Add(id);
            }

            if (back <= Ids.Count && Ids.Recent(back - 1) is var recent && Ids.BackOf(recent) == 0)
            {
                left.Add(recent);
            }
        }

        last.AddRange(left);
        last.Reverse();
        return last.Count > PageContinuation.MaxIds ? last.GetRange(1, PageContinuation.MaxIds) : last;
    }

    private bool IsKnown(T item) => IdOf(item) is { } id && Ids.Contains(id);

    private void RememberEnd(IReadOnlyList<T> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        (_firstId, _count, Overlap) = (IdOf(items[0]), items.Count, 0);
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

    // Before a known item those without an id were given with it; directly after the item that the pages share, as many were given as the
    // page before ended with; any other is taken for new, since twice is better than never. Looked up for the first item without an id
    // only, so that pages where all have one pay nothing.
    private (int LastKnown, int GivenAfter) FindLastKnown(IReadOnlyList<T> items, int index)
    {
        var known = items.Count - 1;
        while (known > index && !IsKnown(items[known]))
        {
            known--;
        }

        known = known == index ? index - 1 : known;
        return (known, known >= 0 && IsAnchor(items[known]) ? Overlap - 1 : 0);
    }
}
