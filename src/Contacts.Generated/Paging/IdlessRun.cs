namespace Contacts.Generated;

/// <summary>
/// Judges the items of one page that have no id. Before a known item they were given with it; directly after the item that the pages share, as many
/// were given as the page before ended with; any other is taken for new, since twice is better than never.
/// </summary>
internal struct IdlessRun<T>(PageSieve<T> sieve, IReadOnlyList<T> page, int trusted, int afterAnchor)
{
    private int _lastKnown = -2;
    private int _left;

    /// <summary>A new item with an id ends what was given before.</summary>
    public void Broke() => _left = 0;

    public bool WasGiven(int index)
    {
        if (index < trusted)
        {
            return true;
        }

        if (_lastKnown == -2)
        {
            FindLastKnown(index);
        }

        return index < _lastKnown || (index > _lastKnown && _left-- > 0);
    }

    // Called for the first item without an id only, so pages where all have one pay nothing. New ids before it are known by now, but stand before it.
    private void FindLastKnown(int index)
    {
        _lastKnown = page.Count - 1;
        while (_lastKnown > index && !sieve.Knows(page[_lastKnown]))
        {
            _lastKnown--;
        }

        if (_lastKnown == index)
        {
            _lastKnown = index - 1;
        }

        _left = _lastKnown >= 0 && sieve.IsAnchor(page[_lastKnown]) ? afterAnchor : 0;
    }
}
