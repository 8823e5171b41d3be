namespace Contacts.Generated;

/// <summary>Ends the reading of a list that never ends because the server repeats itself.</summary>
internal sealed class RepeatGuard
{
    private const int MinPages = 3;
    private const int MaxStepsBack = 16;
    private const int MaxMeetings = 3;

    private int _pages;
    private int _stepsBack;
    private long _advance;
    private long _readBefore;
    private bool _unrecognisable;

    private long _given;
    private long _nextMark = PagingRules.Window;
    private string? _mark;
    private int _meetings;

    /// <summary>
    /// Items inserted before the place of reading shift known ones into the next pages, so a page without a new id is nothing special; but such pages
    /// cannot go over more positions than had been read. Items without an id get more credit: whether they are new cannot be told.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="position">The position read to before it.</param>
    /// <param name="readBefore">How many positions had been read before it.</param>
    /// <param name="steppedBack">Whether it was found by stepping back.</param>
    /// <param name="hasUnrecognisable">Whether items without an id were taken for new.</param>
    public bool IsRepeat(in PageFacts page, int position, long readBefore, bool steppedBack, bool hasUnrecognisable)
    {
        if (page.NewIds > 0)
        {
            _pages = 0;
            return false;
        }

        if (_pages++ == 0)
        {
            (_advance, _stepsBack, _readBefore, _unrecognisable) = (0, 0, readBefore, false);
        }

        _advance += page.End - position;
        _stepsBack += steppedBack ? 1 : 0;
        _unrecognisable |= hasUnrecognisable;
        return _pages >= MinPages
            && (_stepsBack > MaxStepsBack || (_advance > _readBefore && (!_unrecognisable || _advance > PagingRules.Window)));
    }

    public void Reset() => _pages = 0;

    /// <summary>
    /// A cycle longer than the window looks like new ids for ever. One id is kept as a mark, a later one each time twice as many have been given, so that
    /// any cycle is found in the end; one item that was moved does not come by three times.
    /// </summary>
    public bool IsCycle(string newId)
    {
        if (string.Equals(newId, _mark, StringComparison.Ordinal))
        {
            return ++_meetings == MaxMeetings;
        }

        if (++_given == _nextMark)
        {
            (_mark, _meetings, _nextMark) = (newId, 0, _nextMark * 2);
        }

        return false;
    }
}
