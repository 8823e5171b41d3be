namespace Contacts.Generated;

// What takes more than one request: marking all notifications as read, and waiting for new ones.
public partial class ContactsClient
{
    /// <summary>The largest number of ids in one request of the web application.</summary>
    private const int IdsPerRequest = 100;

    /// <summary>Marks every notification of the current user as read.</summary>
    /// <remarks>
    /// In the <see cref="ContactsDialect.WebApp"/> dialect, the unread notifications are looked up and marked in groups of 100; in the
    /// <see cref="ContactsDialect.VendorSdk"/> dialect, it is one request without a body. The call is idempotent, so it can be repeated
    /// after an error.
    /// </remarks>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>
    /// The service's response to the first group that it did not mark, or else to the last group. A success if there was nothing to mark.
    /// </returns>
    /// <exception cref="ContactsException">A request failed; the notifications of earlier groups are marked.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public virtual Task<NotificationActionResult> MarkAllNotificationsReadAsync(CancellationToken cancellationToken = default) =>
        Pipeline.Options.Dialect is VendorSdkDialect
            ? ExecuteAsync(
                new OperationRequest<NotificationActionResult>(ContactsRequests.MarkNotificationsReadOperation), cancellationToken)
            : MarkUnreadAsync(cancellationToken);

    /// <summary>Waits for notifications and yields each new one once, oldest first. It polls, since the service has no push.</summary>
    /// <param name="options">How often to poll, and whether to include existing notifications; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the enumeration, as does the token of <c>WithCancellation</c>.</param>
    /// <returns>
    /// An endless sequence of notifications. Transient errors are waited out; any other, such as a refused credential, ends the enumeration
    /// with its exception. Each enumeration watches independently.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The interval is shorter than a second or longer than a day.</exception>
    /// <example>
    /// <code>
    /// var options = new ContactsWatchOptions { Interval = TimeSpan.FromSeconds(10) };
    /// await foreach (var notification in client.WatchNotificationsAsync(options, cancellationToken))
    /// {
    ///     Console.WriteLine($"{notification.Title}: {notification.Content}");
    /// }
    /// </code>
    /// </example>
    public virtual IAsyncEnumerable<Notification> WatchNotificationsAsync(
        ContactsWatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        var interval = options?.Interval ?? ContactsWatchOptions.DefaultInterval;
        if (interval < TimeSpan.FromSeconds(1) || interval > TimeSpan.FromDays(1))
        {
            throw new ArgumentOutOfRangeException(nameof(options), interval, "Interval must be one second to one day.");
        }

        // A block only delays an endless watch, and what a look has found so far is kept.
        var paging = new ContactsPagingOptions { MaxBlock = TimeSpan.MaxValue };
        return new NotificationWatch(
            token => ListAllNotificationsAsync(paging: paging, cancellationToken: token), Pipeline.Options.TimeProvider, interval,
            options?.IncludeExisting ?? false, cancellationToken);
    }

    private async Task<NotificationActionResult> MarkUnreadAsync(CancellationToken cancellationToken)
    {
        var unread = new List<string>();
        await foreach (var notification in ListAllNotificationsAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            // Without an id it cannot be named in a request.
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
