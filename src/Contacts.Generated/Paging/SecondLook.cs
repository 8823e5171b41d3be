namespace Contacts.Generated;

/// <summary>What one reading from start to end noticed of changes to the list.</summary>
internal sealed class ListChanges
{
    private int _total;

    /// <summary>Whether anything changed at all.</summary>
    public bool Any { get; private set; }

    /// <summary>Whether an item came again behind later ones. Additions and removals alone do not cause that.</summary>
    public bool Moved { get; private set; }

    /// <summary>How many more positions lie behind than items were received: so many unknown items must stand there, whether new or missed.</summary>
    public int Missing { get; private set; }

    public void Notice(int missing = 0)
    {
        Any = true;
        Missing += missing;
    }

    public void NoticeMove()
    {
        Notice(missing: 1);
        Moved = true;
    }

    /// <summary>What is no longer there was removed, perhaps before the place of reading.</summary>
    public void NoticeTotal(int total)
    {
        Any |= total < _total;
        _total = total;
    }

    /// <summary>Everything before the place of reading is about to be seen anew.</summary>
    public void Clear() => (Any, Moved, Missing, _total) = (false, false, 0, 0);
}

/// <summary>
/// Decides whether a list that has been read to its end is read once more from its start, and how far. Where an item moved, nothing that a page
/// shows can prove that no item was passed over; the second look finds it. A list that did not change is not looked at again.
/// </summary>
internal sealed class SecondLook(ListChanges changes)
{
    private bool _hadMissing;
    private int _missing;
    private int _found;

    public bool IsOn { get; private set; }

    /// <summary>Whether to read to the end: if items moved, then what is missing may stand anywhere.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Called at the end of the list.</summary>
    /// <returns>Whether to look; again only while that brings something and the list keeps changing.</returns>
    public bool Begin()
    {
        if (!changes.Any || (IsOn && _found == 0))
        {
            return false;
        }

        (IsOn, IsWhole, _missing, _hadMissing, _found) = (true, changes.Moved, changes.Missing, changes.Missing > 0, 0);
        changes.Clear();
        return true;
    }

    /// <summary>Called for each page.</summary>
    /// <returns>Whether the look has found what was missing. One that misses nothing goes on while pages bring something new.</returns>
    public bool Ends(int newIds)
    {
        if (!IsOn)
        {
            return false;
        }

        _found += newIds;
        _missing -= newIds;
        return !IsWhole && _missing <= 0 && changes.Missing == 0 && (_hadMissing || newIds == 0);
    }
}
