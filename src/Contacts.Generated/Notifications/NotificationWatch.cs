using System.Runtime.CompilerServices;

namespace Contacts.Generated;

/// <summary>
/// Polls the list of notifications and tells the new ones from the known. An id that was seen is known; an older one that
/// comes up because others were dismissed is not new either, which its time tells.
/// </summary>
internal sealed class NotificationWatch(
    Func<CancellationToken, ContactsPageable<Notification>> list, TimeProvider timeProvider, TimeSpan interval, bool includeExisting)
{
    /// <summary>More than one look can bring; older ids are met no more.</summary>
    private const int KnownIds = 10_000;

    private readonly SeenIds _known = new(KnownIds);
    private DateTimeOffset _start = DateTimeOffset.MinValue;
    private bool _isFirstLook = true;

    public async IAsyncEnumerable<Notification> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var (found, wait) = await LookAsync(cancellationToken).ConfigureAwait(false);
            for (var index = found.Count - 1; index >= 0; index--)
            {
                yield return found[index];
            }

#if NET8_0_OR_GREATER
            await Task.Delay(wait, timeProvider, cancellationToken).ConfigureAwait(false);
#else
            await timeProvider.Delay(wait, cancellationToken).ConfigureAwait(false);
#endif
        }
    }

    /// <summary>The new notifications, the newest first, and how long to wait before the next look.</summary>
    private async Task<(List<Notification> Found, TimeSpan Wait)> LookAsync(CancellationToken cancellationToken)
    {
        var found = new List<Notification>();
        try
        {
            await foreach (var page in list(cancellationToken).AsPages().ConfigureAwait(false))
            {
                if (Take(page.Data, found) || (_isFirstLook && !includeExisting))
                {
                    break;
                }
            }
        }
        catch (ContactsException exception) when (exception.IsTransient)
        {
            // What was found stays unknown, and is found again when the list can be read to the known part.
            var retryAfter = (exception as ContactsApiException)?.RetryAfter ?? TimeSpan.Zero;
            return ([], retryAfter > interval ? retryAfter : interval);
        }

        return (Learn(found), interval);
    }

    /// <summary>Collects what is not known; true if the page reached the known part.</summary>
    private bool Take(IReadOnlyList<Notification> page, List<Notification> found)
    {
        var reachedKnown = false;
        foreach (var notification in page)
        {
            if (_known.Contains(notification.Id))
            {
                reachedKnown = true;
            }
            else
            {
                found.Add(notification);
            }
        }

        return reachedKnown;
    }

    private List<Notification> Learn(List<Notification> found)
    {
        for (var index = found.Count - 1; index >= 0; index--)
        {
            _known.Add(found[index].Id);
        }

        if (!_isFirstLook || includeExisting)
        {
            _isFirstLook = false;
            found.RemoveAll(notification => notification.CreatedAt < _start);
            return found;
        }

        _isFirstLook = false;
        foreach (var notification in found)
        {
            if (notification.CreatedAt > _start)
            {
                _start = notification.CreatedAt.Value;
            }
        }

        return [];
    }
}
