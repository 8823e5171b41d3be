namespace Contacts.Generated;

/// <summary>Polls the list of notifications and yields the new ones. Each enumeration watches independently.</summary>
internal sealed class NotificationWatch(
    Func<CancellationToken, ContactsPageable<Notification>> list, TimeProvider timeProvider, TimeSpan interval, bool includeExisting,
    CancellationToken callersToken)
    : IAsyncEnumerable<Notification>
{
    public async IAsyncEnumerator<Notification> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(callersToken, cancellationToken);
        var news = new NotificationNews(includeExisting);
        while (true)
        {
            IReadOnlyList<Notification> found;
            var wait = interval;
            try
            {
                found = await LookAsync(news, either.Token).ConfigureAwait(false);
            }
            catch (ContactsException exception) when (exception.IsTransient)
            {
                found = [];
                wait = (exception as ContactsApiException)?.RetryAfter is { } asked && asked > interval ? asked : interval;
            }
            catch (OperationCanceledException exception) when (either.IsCancellationRequested)
            {
                throw Cancelled(exception, cancellationToken);
            }

            for (var index = found.Count - 1; index >= 0; index--)
            {
                if (either.IsCancellationRequested)
                {
                    throw Cancelled(null, cancellationToken);
                }

                yield return found[index];
            }

            try
            {
                await timeProvider.PauseAsync(wait, either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception)
            {
                throw Cancelled(exception, cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<Notification>> LookAsync(NotificationNews news, CancellationToken cancellationToken)
    {
        news.Begin();
        await foreach (var page in list(cancellationToken).AsPages().ConfigureAwait(false))
        {
            if (news.Read(page.Data))
            {
                break;
            }
        }

        return news.End();
    }

    /// <summary>Reports the caller's own token, which the caller may compare, instead of the linked one.</summary>
    private OperationCanceledException Cancelled(Exception? exception, CancellationToken enumeratorsToken) =>
        new("The watch was cancelled by its token.", exception, enumeratorsToken.IsCancellationRequested ? enumeratorsToken : callersToken);
}

/// <summary>
/// Finds the new notifications, one poll of the list after another. An id that was seen before is known, and what precedes a known one in
/// the list is new. An older notification may appear after the known ones because others were dismissed; its time, or else its position,
/// shows that it is not new.
/// </summary>
internal sealed class NotificationNews(bool includeExisting)
{
    /// <summary>More than one poll can return; older ids do not appear again.</summary>
    private const int KnownIds = 10_000;

    private const int None = -1;

    private readonly ReceivedIds _known = new(KnownIds);
    private readonly List<Notification> _found = [];
    private DateTimeOffset _start = DateTimeOffset.MinValue;
    private bool _isSilent = !includeExisting;
    private int _beforeKnown = None;

    /// <summary>Begins a poll. What a failed poll had found does not count as known, so it is found again.</summary>
    public void Begin()
    {
        _found.Clear();
        _beforeKnown = None;
    }

    /// <summary>Reads a page, newest first. Returns true if the pages after it need not be read.</summary>
    public bool Read(IReadOnlyList<Notification> page)
    {
        foreach (var notification in page)
        {
            if (notification.Id.Length == 0)
            {
                // Without an id it cannot be recognized later, so it could not be yielded only once.
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

    /// <summary>Ends a successful poll.</summary>
    /// <returns>The new notifications, newest first; none after the first poll unless existing ones were asked for.</returns>
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
