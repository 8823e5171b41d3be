namespace Contacts.Generated;

/// <summary>What the rules about the end of a list go by.</summary>
internal readonly record struct PageInfo(
    int Skip, int Limit, int Count, bool? HasMore, int? Total, int NewIds, bool HasNothingNewAfter, bool IsSamePage)
{
    public int End => Skip + Count;

    /// <summary>The total, if it can be the whole list's: servers also send the length of the page under that name.</summary>
    public int? GrandTotal => Total >= End ? Total : null;

    public bool TotalSaysMore => GrandTotal > End;
}

/// <summary>What follows from a page.</summary>
internal enum NextStep
{
    /// <summary>Ask for the next page, which overlaps this one.</summary>
    ReadOn,

    /// <summary>Ask without overlap for what stands after the last known item: the page may not have shown it.</summary>
    Probe,

    /// <summary>The list has ended.</summary>
    Stop,
}

/// <summary>
/// Decides whether a list has ended: never too early, whatever the server says, and at no cost with a server that tells the truth.
/// </summary>
internal sealed class EndOfList
{
    private int _longest;
    private int _lastCount;
    private bool _lastWasFull;
    private bool _sawEmpty;

    /// <summary>
    /// Whether the next request asks for one item, to test if the server obeys <c>limit</c>. One that obeys neither <c>skip</c> nor
    /// <c>limit</c> does not page: it sends the whole list again and again, and that list is complete.
    /// </summary>
    public bool TestsLimit { get; private set; }

    /// <summary>Whether the server does not page: then it has sent the whole list.</summary>
    public bool IsUnpaged { get; private set; }

    public NextStep Judge(in PageInfo page, bool isProbe)
    {
        _longest = Math.Max(_longest, page.Count);
        var next = page.Count == 0 ? Empty(page)
            : page.HasNothingNewAfter ? NothingNew(page, isProbe)
            : DoesNotPage(page) || EndsHere(page) ? NextStep.Stop
            : NextStep.ReadOn;
        (_lastWasFull, _lastCount) = (page.Count >= page.Limit || page.Count == _lastCount, page.Count);
        return next;
    }

    // At the start of the list: elsewhere an empty page is a reason to step back. If it claims more, it is asked for once more.
    private NextStep Empty(in PageInfo page)
    {
        var asksAgain = !_sawEmpty && (page.HasMore == true || page.TotalSaysMore);
        _sawEmpty = true;
        return asksAgain ? NextStep.ReadOn : NextStep.Stop;
    }

    // Nothing after the known item is the end, unless the server sends one item a page. That is worth a look when it says that there is
    // more, when it has never sent two, or when it says nothing and the page before was full. A server that ignores 'skip' shows the same
    // item there; that is an end as well if it never claimed more.
    private NextStep NothingNew(in PageInfo page, bool isProbe)
    {
        var saysNothing = page.HasMore is null && page.GrandTotal is null;
        var isDoubtful = page.HasMore == true || _longest < 2
            || (page.HasMore is null && page.TotalSaysMore) || (saysNothing && _lastWasFull);
        return isDoubtful && !(isProbe && page.HasMore != true) ? NextStep.Probe : NextStep.Stop;
    }

    // A server that cuts 'limit' may still reckon has_more with the limit that was asked for. So "no more" is believed of a page of that
    // length, and of a shorter one if the total agrees; otherwise the next page shows it, as it does where the server says nothing.
    private static bool EndsHere(in PageInfo page) => page.HasMore == false && (page.Count >= page.Limit || page.GrandTotal == page.End);

    private bool DoesNotPage(in PageInfo page)
    {
        var repeats = page.IsSamePage && page.NewIds == 0 && page.HasMore is null && page.GrandTotal is null;
        TestsLimit = repeats && page.Count > 1 && page.Count <= page.Limit;
        IsUnpaged = repeats && !TestsLimit;
        return IsUnpaged;
    }
}
