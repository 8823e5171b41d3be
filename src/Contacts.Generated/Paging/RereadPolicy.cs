namespace Contacts.Generated;

/// <summary>What one pass over the list, from its start to its end, received.</summary>
/// <param name="Start">The place at which it began.</param>
/// <param name="End">The place that it reached.</param>
/// <param name="Held">How many different items it received.</param>
/// <param name="Given">How many different items were received since the reading began.</param>
/// <param name="Fingerprint">Differs where the items or their order differ.</param>
internal readonly record struct PassSummary(int Start, int End, int Held, int Given, long Fingerprint);

/// <summary>
/// Notices what shows that a list changed, and decides whether a list that was read to its end is read once more from its start. If as many
/// different items were received as the list has places, and none of them seems to have left, then none was passed over, whatever moved. A
/// list that does not change shows just that, and is not read again.
/// </summary>
internal sealed class RereadPolicy
{
    /// <summary>
    /// A list that changes all the time never adds up. An item that stands still has been passed by so often then that it cannot have been
    /// missed but by a coincidence each time; and whoever reads a busy list pays for each pass.
    /// </summary>
    private const int MaxRereads = 4;

    /// <summary>So many passes in a row may find nothing new and yet see items leave; one more is not worth its requests.</summary>
    private const int MaxIdlePasses = 3;

    private PassSummary _last;
    private int _rereads;
    private int _idle;
    private int _found;
    private bool _knowsTotal;

    // What was noticed in this pass, and, where the name says "ever", in any.
    private bool _haveLeft;
    private bool _haveEverLeft;
    private bool _totalFell;
    private bool _totalEverFell;
    private bool _totalChanged;
    private bool _isTold;
    private int? _lastTotal;
    private int _largestTotal;

    public bool IsRereading => _rereads > 0;

    /// <summary>
    /// Whether a total can show before the end that everything has been received. Only one that agreed with the last end is believed.
    /// </summary>
    public bool MayEndEarly => IsRereading && _knowsTotal && !_haveEverLeft && !_totalEverFell;

    // While all totals are the same, the end of the list says more.
    private int LargestTotal => _totalChanged ? _largestTotal : 0;

    /// <summary>Notes whether received items no longer stand before the place of reading, since they were removed or moved on.</summary>
    public void NoticeLeft(bool haveLeft) => (_haveLeft, _haveEverLeft) = (_haveLeft || haveLeft, _haveEverLeft || haveLeft);

    public void NoticeTotal(int? told)
    {
        if (told is not { } total)
        {
            return;
        }

        var fell = total < _lastTotal;
        _totalEverFell |= fell;
        _totalFell |= fell && _isTold;
        _totalChanged |= _isTold && total != _lastTotal;
        (_lastTotal, _largestTotal, _isTold) = (total, Math.Max(_largestTotal, total), true);
    }

    /// <summary>A pass begins.</summary>
    public void Clear() => (_haveLeft, _totalFell, _isTold, _totalChanged, _largestTotal) = (false, false, false, false, 0);

    /// <summary>Called for each page: whether this pass, before its end, has found all that was missing.</summary>
    public bool HasFoundAll(int newIds, int given, int start, int? total)
    {
        _found += newIds;
        return MayEndEarly && total is not null && given >= Math.Max(total.Value, LargestTotal) - start;
    }

    /// <summary>Called at the end of the list: whether to read it once more.</summary>
    /// <param name="pass">What was received.</param>
    /// <param name="knowsTotal">Whether the total that came with the last page agrees with the end.</param>
    public bool BeginsAgain(in PassSummary pass, bool knowsTotal)
    {
        var haveLeft = _haveLeft || (knowsTotal && _totalFell);
        var haveEverLeft = _haveEverLeft || (knowsTotal && _totalEverFell);
        var received = haveEverLeft ? pass.Held : Math.Max(pass.Held, pass.Given);
        var isComplete = received >= Math.Max(pass.End, knowsTotal ? LargestTotal : 0) - pass.Start;
        _idle = _found == 0 ? _idle + 1 : 0;

        // The same list as before stays as it is, though its total is wrong or it has an item twice.
        var isSame = IsRereading && !haveLeft && (pass.Start, pass.End, pass.Fingerprint) == (_last.Start, _last.End, _last.Fingerprint);
        if ((isComplete && (!haveLeft || (IsRereading && _idle >= MaxIdlePasses))) || isSame || _rereads == MaxRereads)
        {
            return false;
        }

        _rereads++;
        (_last, _knowsTotal, _found) = (pass, knowsTotal, 0);
        Clear();
        return true;
    }
}
