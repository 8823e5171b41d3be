using System.Globalization;

namespace Contacts.Generated;

/// <summary>Notices that a list never ends, because the server repeats itself or sends one item a page.</summary>
internal sealed class EndlessListGuard
{
    private const int MinPages = 3;
    private const int MaxStepsBack = 16;
    private const int MaxMeetings = 3;

    /// <summary>How often in a row a page may bring the known item alone although there is said to be more.</summary>
    private const int MaxProbes = 6;

    /// <summary>
    /// Once may be an item that was added at that moment; again, beside a page of one item, it is a server that sends no more than one.
    /// </summary>
    private const int MaxFound = 2;

    private int _pages;
    private int _stepsBack;
    private long _advance;
    private long _readBefore;
    private bool _gaveWithoutId;

    private long _given;
    private long _nextMark = ReceivedIds.Window;
    private string? _mark;
    private int _meetings;

    private int _probes;

    /// <summary>How many probes in a row did not end at the known item.</summary>
    public int Found { get; set; }

    /// <summary>
    /// Whether the list repeats itself. Items inserted before the place of reading shift known ones into the next pages, so a page without
    /// a new id is nothing special; but such pages cannot cover more positions than had been read before. Items without an id get more
    /// credit, since nobody can tell whether they are new.
    /// </summary>
    public bool IsRepeat(in PageInfo page, int position, long readBefore, bool steppedBack, bool gaveWithoutId)
    {
        if (page.NewIds > 0)
        {
            _pages = 0;
            return _meetings >= MaxMeetings;
        }

        if (_pages++ == 0)
        {
            (_advance, _stepsBack, _readBefore, _gaveWithoutId) = (0, 0, readBefore, false);
        }

        _advance += page.End - position;
        _stepsBack += steppedBack ? 1 : 0;
        _gaveWithoutId |= gaveWithoutId;
        return _pages >= MinPages
            && (_stepsBack > MaxStepsBack || (_advance > _readBefore && (!_gaveWithoutId || _advance > ReceivedIds.Window)));
    }

    public void Reset() => _pages = 0;

    /// <summary>
    /// Looks for a cycle that is longer than what is remembered, so that its ids look new for ever. One id is kept as a mark, and replaced
    /// by a later one whenever twice as many have been given, so that any cycle is found in the end; an item that moves does not come three
    /// times.
    /// </summary>
    public void Watch(string newId)
    {
        if (string.Equals(newId, _mark, StringComparison.Ordinal))
        {
            _meetings++;
        }
        else if (++_given == _nextMark)
        {
            (_mark, _meetings, _nextMark) = (newId, 0, _nextMark * 2);
        }
    }

    /// <summary>Ends the reading of a server whose every page asks for a probe.</summary>
    public void CountProbes(NextStep next, int position)
    {
        if (next != NextStep.Probe)
        {
            (_probes, Found) = (0, 0);
        }
        else if (Found == MaxFound)
        {
            throw Error(position, "The server sends one item a page, whatever 'limit' asks for; reading pages safely takes at least "
                + "two. Raise the server's limit, or call the single-page method with Skip.");
        }
        else if (++_probes == MaxProbes)
        {
            throw Repeats(position);
        }
    }

    public static ContactsInvalidResponseException Repeats(int position) =>
        Error(position, "The server repeats itself: one page after another holds only items that it sent before. It may ignore 'skip', or "
            + "the list changes as fast as it is read: read it with a sort that stays, such as created_at, or with another query, or "
            + "report it to the service.");

    private static ContactsInvalidResponseException Error(int position, string remedy) => new(ContactsInvalidResponseException.SomeSuccess)
    {
        Expected = string.Format(CultureInfo.InvariantCulture, "a page that goes on after position {0}", position),
        Remedy = remedy,
    };
}
