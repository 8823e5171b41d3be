namespace Contacts.Generated;

// What takes more than one request: marking all as read, and waiting for new ones.
public partial class ContactsClient
{
    /// <summary>How many ids the web application's form of a request carries at most.</summary>
    private const int IdsPerRequest = 100;

    /// <summary>Marks every notification of the current user as read.</summary>
    /// <remarks>
    /// In the web application's form the unread ones are looked up and marked in groups of 100; in the vendor SDK's form it is
    /// one request without a body. Doing it again does no harm, so it may be called again after an error.
    /// </remarks>
    /// <param name="cancellationToken">Ends the call, wherever it is.</param>
    /// <returns>What the service answered: to the first group that it did not mark, or else to the last one. A success if there was nothing to mark.</returns>
    /// <exception cref="ContactsException">A request failed; the notifications of earlier groups are marked.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual Task<NotificationActionResult> MarkAllNotificationsReadAsync(CancellationToken cancellationToken = default) =>
        Pipeline.Options.Dialect is VendorSdkDialect
            ? ExecuteAsync(new OperationRequest<NotificationActionResult>(ContactsRequests.MarkNotificationsReadOperation), cancellationToken)
            : MarkUnreadAsync(cancellationToken);

    /// <summary>Waits for notifications and yields each new one once, the oldest first. It polls; the service has nothing to push.</summary>
    /// <param name="options">How often to ask, and whether to begin with those that are there already; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the watch, as does the token of <c>WithCancellation</c>.</param>
    /// <returns>
    /// The notifications, without end. Passing failures are waited out; any other, such as a credential that is refused, ends
    /// the enumeration with its exception. Each enumeration is a watch of its own.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The interval is shorter than a second or longer than a day.</exception>
    public virtual IAsyncEnumerable<Notification> WatchNotificationsAsync(ContactsWatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        var interval = options?.Interval ?? ContactsWatchOptions.DefaultInterval;
        if (interval < TimeSpan.FromSeconds(1) || interval > TimeSpan.FromDays(1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), interval, "Interval must be one second to one day.");
        }

        return new NotificationWatch(
            token => ListAllNotificationsAsync(cancellationToken: token), Pipeline.Options.TimeProvider, interval, options?.IncludeExisting ?? false, cancellationToken);
    }

    private async Task<NotificationActionResult> MarkUnreadAsync(CancellationToken cancellationToken)
    {
        var unread = new List<string>();
        await foreach (var notification in ListAllNotificationsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            // One without an id cannot be named in a request.
            if (notification is { IsRead: false, Id.Length: > 0 })
            {
                unread.Add(notification.Id);
            }
        }

        var result = new NotificationActionResult();
        for (var start = 0; start < unread.Count; start += IdsPerRequest)
        {
            var group = unread.GetRange(start, Math.Min(IdsPerRequest, unread.Count - start));
            var answer = await MarkNotificationsReadAsync(group, cancellationToken).ConfigureAwait(false);
            result = result.Success ? answer : result;
        }

        return result;
    }
}
