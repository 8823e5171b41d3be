namespace Contacts.Generated;

/// <summary>Decides whether a list has ended: never too early, whatever the server says, and at no cost with a server that tells the truth.</summary>
internal sealed class EndRule
{
    private int _longest;
    private int _lastCount;
    private bool _lastWasFull;
    private bool _sawEmpty;

    /// <summary>
    /// Whether the next request must test if the server heeds <c>limit</c>. One that heeds neither <c>skip</c> nor <c>limit</c> does not page: it sends the
    /// whole list again and again, and that list is complete. It is asked for one item, and sends more.
    /// </summary>
    public bool TestsLimit { get; private set; }

    /// <summary>Whether the server does not page: then it has sent the whole list.</summary>
    public bool IsUnpaged { get; private set; }

    public PageOutcome Judge(in PageFacts page, bool lookedBeyond)
    {
        _longest = Math.Max(_longest, page.Count);
        var outcome = Decide(page, lookedBeyond);
        (_lastWasFull, _lastCount) = (page.Count >= page.Limit || page.Count == _lastCount, page.Count);
        return outcome;
    }

    private PageOutcome Decide(in PageFacts page, bool lookedBeyond)
    {
        if (page.Count == 0)
        {
            return Empty(page);
        }

        if (page.HasNothingNewAfter)
        {
            return NothingNew(page, lookedBeyond);
        }

        return DoesNotPage(page) || EndsHere(page) ? PageOutcome.Last : PageOutcome.GoOn;
    }

    // Only the start of a list comes here empty; elsewhere an empty page is a step back. One that claims to have more is asked once more.
    private PageOutcome Empty(in PageFacts page)
    {
        var asksAgain = !_sawEmpty && (page.HasMore == true || page.TotalSaysMore);
        _sawEmpty = true;
        return asksAgain ? PageOutcome.GoOn : PageOutcome.Last;
    }

    // Nothing after the known item is the end, unless the server sends one item a page. That is worth a look when it says that there is more, when it has
    // never sent two, or when a full page came before and it says nothing. A server that ignores 'skip' shows the same item there; that is an end as well
    // if it never claimed more.
    private PageOutcome NothingNew(in PageFacts page, bool lookedBeyond)
    {
        var saysNothing = page.HasMore is null && page.GrandTotal is null;
        var doubtful = page.HasMore == true || _longest < PagingRules.MinPageSize || (page.HasMore is null && page.TotalSaysMore) || (saysNothing && _lastWasFull);
        return doubtful && !(lookedBeyond && page.HasMore != true) ? PageOutcome.LookBeyond : PageOutcome.Last;
    }

    // A server that cuts 'limit' may still reckon has_more with the limit that was asked for. So "no more" is believed of a page of that length, and of
    // a shorter one if the total agrees; otherwise the next page shows it, as it does where the server says nothing.
    private static bool EndsHere(in PageFacts page) =>
        page.HasMore == false && (page.Count >= page.Limit || page.GrandTotal == page.End);

    private bool DoesNotPage(in PageFacts page)
    {
        var repeats = page.IsSame && page.NewIds == 0 && page.HasMore is null && page.GrandTotal is null;
        TestsLimit = repeats && page.Count > 1 && page.Count <= page.Limit;
        IsUnpaged = repeats && !TestsLimit;
        return IsUnpaged;
    }
}
