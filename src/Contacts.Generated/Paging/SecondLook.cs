namespace Contacts.Generated;

/// <summary>What one reading from start to end, a pass, noticed of changes to the list.</summary>
internal sealed class ListChanges
{
    private int? _lastTotal;
    private int _largestTotal;
    private bool _isTold;
    private bool _totalChanged;

    /// <summary>Whether something that was received no longer stands before the place of reading: it was removed or moved on.</summary>
    public bool HasLeft { get; private set; }

    /// <summary>Whether that was so in this pass or one before.</summary>
    public bool HasEverLeft { get; private set; }

    public bool TotalFell { get; private set; }

    public bool TotalEverFell { get; private set; }

    /// <summary>The largest of the totals told, or 0 while all are the same: then the end of the list says more.</summary>
    public int LargestTotal => _totalChanged ? _largestTotal : 0;

    public void NoticeLeft() => HasLeft = HasEverLeft = true;

    public void NoticeTotal(int total)
    {
        var fell = total < _lastTotal;
        TotalEverFell |= fell;
        TotalFell |= fell && _isTold;
        _totalChanged |= _isTold && total != _lastTotal;
        (_lastTotal, _largestTotal, _isTold) = (total, Math.Max(_largestTotal, total), true);
    }

    /// <summary>A pass begins.</summary>
    public void Clear() => (HasLeft, TotalFell, _isTold, _totalChanged, _largestTotal) = (false, false, false, false, 0);
}

/// <summary>What a pass received.</summary>
/// <param name="Start">The place at which it began.</param>
/// <param name="End">The place that it reached.</param>
/// <param name="Held">How many different items it received.</param>
/// <param name="Given">How many different items were received since the reading began.</param>
/// <param name="Fingerprint">Differs where the items or their order differ.</param>
internal readonly record struct PassFacts(int Start, int End, int Held, int Given, long Fingerprint);

/// <summary>
/// Decides whether a list that was read to its end is read once more from its start. If as many different items were received as the list
/// has places, and none of them seems to have left, then none was passed over, whatever moved. A list that does not change shows just
/// that, and is not read again.
/// </summary>
internal sealed class SecondLook(ListChanges changes)
{
    /// <summary>
    /// A list that changes all the time never adds up. An item that stands still has been passed by so often then that it cannot have been
    /// missed but by a coincidence each time; and whoever reads a busy list pays for each look.
    /// </summary>
    private const int MaxLooks = 4;

    /// <summary>So many looks in a row may find nothing new and yet see items leave; one more is not worth its requests.</summary>
    private const int MaxIdleLooks = 3;

    private PassFacts _last;
    private int _looks;
    private int _idle;
    private int _found;
    private bool _knowsTotal;

    public bool IsOn => _looks > 0;

    /// <summary>
    /// Whether a total can show before the end that everything has been received. Only one that agreed with the last end is believed.
    /// </summary>
    public bool MayEndEarly => IsOn && _knowsTotal && !changes.HasEverLeft && !changes.TotalEverFell;

    /// <summary>Called for each page.</summary>
    /// <returns>Whether the look has found all that was missing.</returns>
    public bool Ends(int newIds, int given, int start, int? total)
    {
        _found += newIds;
        return MayEndEarly && total is not null && given >= Math.Max(total.Value, changes.LargestTotal) - start;
    }

    /// <summary>Called at the end of the list.</summary>
    /// <param name="pass">What was received.</param>
    /// <param name="knowsTotal">Whether the total told with the last page agrees with the end.</param>
    /// <returns>Whether to look once more.</returns>
    public bool Begin(in PassFacts pass, bool knowsTotal)
    {
        var left = changes.HasLeft || (knowsTotal && changes.TotalFell);
        var everLeft = changes.HasEverLeft || (knowsTotal && changes.TotalEverFell);
        var received = everLeft ? pass.Held : Math.Max(pass.Held, pass.Given);
        var isComplete = received >= Math.Max(pass.End, knowsTotal ? changes.LargestTotal : 0) - pass.Start;
        _idle = _found == 0 ? _idle + 1 : 0;
        if (isComplete && (!left || (IsOn && _idle >= MaxIdleLooks)))
        {
            return false;
        }

        // The same list as before: it stays as it is, though its total is wrong or it has an item twice.
        if (IsOn && !left && (pass.Start, pass.End, pass.Fingerprint) == (_last.Start, _last.End, _last.Fingerprint))
        {
            return false;
        }

        if (_looks == MaxLooks)
        {
            return false;
        }

        _looks++;
        (_last, _knowsTotal, _found) = (pass, knowsTotal, 0);
        changes.Clear();
        return true;
    }
}
