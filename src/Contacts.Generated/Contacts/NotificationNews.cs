namespace Contacts.Generated;

/// <summary>
/// Finds the new notifications, one look at the list after another, and says in a bounded text what is known.
/// </summary>
/// <remarks>
/// The list shows the newest first. What stands above a known notification is new. Below all known ones there may be older ones that came
/// up because others were dismissed, and, in any order, others of the time of the newest. There the time decides: see <see cref="_floor"/>.
/// Nothing depends on a known notification being in the list still.
/// </remarks>
internal sealed class NotificationNews(bool includeExisting)
{
    /// <summary>More than one look can return; older ids do not appear again.</summary>
    private const int MaxKnown = 10_000;

    /// <summary>At 16 bytes each, the text stays below 4 KiB.</summary>
    private const int MaxKnownInText = 180;

    /// <summary>So many known ones in a row, at the end of a page, are no known one that moved up among the new.</summary>
    private const int MinSettled = 2;

    private const long NoTime = long.MinValue;

    private readonly HashSet<ulong> _knownIds = [];
    private readonly List<(Known Item, Notification Notification)> _seen = [];
    private readonly HashSet<ulong> _seenIds = [];

    // The newest last, by their places in the list where it was looked at, otherwise by when they came.
    private readonly List<Known> _known = [];

    // One below all known ones is new if it is no older than this: the newest time of what is known without being remembered, since it was
    // forgotten, or was there at the beginning.
    private long _floor = NoTime;
    private long _newest = NoTime;
    private bool _isSilent = !includeExisting;
    private int _lastKnown;

    public static ContinuationOption ContinuationOption { get; } =
        new(nameof(ContactsWatchOptions), "options", nameof(ContactsWatchBatch<Notification>));

    public static NotificationNews Parse(string text, byte[] scopeHash) =>
        ContinuationText.Parse(text, scopeHash, ContinuationOption, reader =>
        {
            var news = new NotificationNews(includeExisting: true) { _floor = reader.ReadInt64() };
            var count = reader.ReadInt32();
            for (var i = 0; i < Math.Min(count, MaxKnownInText); i++)
            {
                news.Add(new Known(reader.ReadUInt64(), reader.ReadInt64()));
            }

            return count is >= 0 and <= MaxKnownInText ? news : null;
        });

    /// <summary>Says what is known, without what was found and not yet delivered.</summary>
    public string ToText(byte[] scopeHash) => ContinuationText.Write(scopeHash, writer =>
    {
        var first = Math.Max(0, _known.Count - MaxKnownInText);
        writer.Write(FloorAfter(first));
        writer.Write(_known.Count - first);
        for (var i = first; i < _known.Count; i++)
        {
            writer.Write(_known[i].Id);
            writer.Write(_known[i].Time);
        }
    });

    /// <summary>Begins a look. What a failed one had found does not count as known, so it is found again.</summary>
    public void Begin()
    {
        _seen.Clear();
        _seenIds.Clear();
        _lastKnown = -1;
        _newest = _floor;
        foreach (var known in _known)
        {
            _newest = Math.Max(_newest, known.Time);
        }
    }

    /// <summary>Reads a page, newest first. Returns true if the pages after it need not be read.</summary>
    public bool Read(IReadOnlyList<Notification> page)
    {
        var (read, settled, hasKnown) = (0, 0, false);
        foreach (var notification in page)
        {
            var item = Known.Of(notification);
            // Without an id it could not be recognized later, so it could not be yielded only once.
            if (notification.Id.Length == 0 || !_seenIds.Add(item.Id))
            {
                continue;
            }

            var isKnown = _knownIds.Contains(item.Id);
            _lastKnown = isKnown ? _seen.Count : _lastKnown;
            _seen.Add((item, notification));

            // As long as the times are those of the newest, there may be a new one further on.
            var isSettled = item.Time == NoTime ? isKnown : item.Time < _newest && (isKnown || item.Time < _floor);
            (read, settled, hasKnown) = (read + 1, isSettled ? settled + 1 : 0, isSettled && (hasKnown || isKnown));
        }

        // Old ones alone prove less than a known one: only a whole page of them shows that all known ones are gone.
        return _isSilent || (settled >= MinSettled && (hasKnown || settled == read));
    }

    /// <summary>Ends a successful look.</summary>
    /// <returns>The new notifications, oldest first; none after the first look unless existing ones were asked for.</returns>
    public List<Notification> End()
    {
        var found = new List<Notification>();
        var old = new List<Known>();
        for (var i = _seen.Count - 1; i >= 0; i--)
        {
            var (item, notification) = _seen[i];
            if (!_isSilent && !_knownIds.Contains(item.Id) && (i < _lastKnown || IsRecent(item)))
            {
                found.Add(notification);
            }
            else
            {
                old.Add(item);
                _floor = _isSilent ? Math.Max(_floor, item.Time) : _floor;
            }
        }

        _known.RemoveAll(known => _seenIds.Contains(known.Id));
        old.ForEach(Add);
        _isSilent = false;
        return found;
    }

    /// <summary>From here on these are known.</summary>
    public void Deliver(List<Notification> batch) => batch.ForEach(notification => Add(Known.Of(notification)));

    private bool IsRecent(in Known item) => item.Time == NoTime ? _lastKnown < 0 : item.Time >= _floor;

    private void Add(Known item)
    {
        _known.Add(item);
        _knownIds.Add(item.Id);
        if (_known.Count > 2 * MaxKnown)
        {
            _floor = FloorAfter(MaxKnown);
            _knownIds.ExceptWith(_known.GetRange(0, MaxKnown).Select(known => known.Id));
            _known.RemoveRange(0, MaxKnown);
        }
    }

    // The floor if the first so many of the known ones are forgotten.
    private long FloorAfter(int forgotten)
    {
        var floor = _floor;
        for (var i = 0; i < forgotten; i++)
        {
            floor = Math.Max(floor, _known[i].Time);
        }

        return floor;
    }

    /// <summary>A notification as it is remembered.</summary>
    /// <param name="Id">A hash of its id: shorter, and nothing that others can read.</param>
    /// <param name="Time">When it was created, in ticks.</param>
    private readonly record struct Known(ulong Id, long Time)
    {
        public static Known Of(Notification notification) => new(
            BitConverter.ToUInt64(ContinuationText.Hash(notification.Id, sizeof(ulong)), 0), notification.CreatedAt?.UtcTicks ?? NoTime);
    }
}
