namespace Contacts.Generated;

/// <summary>
/// Tells the new notifications from the known, one look at the list after the other. An id that was seen is known, and what stands before
/// a known one is new. Behind the known ones an older notification may come up because others were dismissed: its time tells, or its place.
/// </summary>
internal sealed class NotificationNews(bool includeExisting)
{
    /// <summary>More than one look can bring; older ids are met no more.</summary>
    private const int KnownIds = 10_000;

    private const int None = -1;

    private readonly ReceivedIds _known = new(KnownIds);
    private readonly List<Notification> _found = [];
    private DateTimeOffset _start = DateTimeOffset.MinValue;
    private bool _isSilent = !includeExisting;
    private int _beforeKnown = None;

    /// <summary>Begins a look. What a look that failed had found is unknown still, and is found again.</summary>
    public void Begin()
    {
        _found.Clear();
        _beforeKnown = None;
    }

    /// <summary>Reads a page, the newest first; true if the pages behind it need not be read.</summary>
    public bool Read(IReadOnlyList<Notification> page)
    {
        foreach (var notification in page)
        {
            if (notification.Id.Length == 0)
            {
                // Without an id it cannot be told from others, so never be yielded just once.
                continue;
            }

            if (_known.Contains(notification.Id))
            {
                _beforeKnown = _found.Count;
            }
            else
            {
                _found.Add(notification);
            }
        }

        return _beforeKnown != None || _isSilent;
    }

    /// <summary>Ends a look that could be read to the known part.</summary>
    /// <returns>The new notifications, the newest first; none at a silent first look.</returns>
    public IReadOnlyList<Notification> End()
    {
        for (var index = _found.Count - 1; index >= 0; index--)
        {
            _known.Add(_found[index].Id);
        }

        if (!_isSilent)
        {
            return [.. _found.Where((notification, index) => index < _beforeKnown || IsRecent(notification))];
        }

        _isSilent = false;
        foreach (var notification in _found)
        {
            if (notification.CreatedAt > _start)
            {
                _start = notification.CreatedAt.Value;
            }
        }

        return [];
    }

    private bool IsRecent(Notification notification) => notification.CreatedAt is { } time ? time >= _start : _beforeKnown == None;
}
