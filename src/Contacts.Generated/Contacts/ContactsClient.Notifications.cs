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
    /// <remarks>
    /// Read batch by batch, with <see cref="ContactsWatch{T}.AsBatches"/>, a later process can go on. From the continuation of the last
    /// batch that was dealt with, each notification comes at least once that came into the list since then and is still there. Some may
    /// come again: those of a batch that was not finished; and, since a continuation remembers the newest 180 only, those with exactly the
    /// time of the next one, and those without a time when none of the 180 is left.
    /// <para>
    /// A notification is new if it stands above one that is known, or if it is as new as the newest one that is not remembered or that was
    /// there when the watch began, or newer. So one may be missed that comes into the list late, below all known ones and with an older
    /// time. Others may be dismissed at any time, change their places, or have the same time.
    /// </para>
    /// Within one enumeration none of the newest 10,000 comes twice. One without an id cannot be recognized, and is left out.
    /// </remarks>
    /// <param name="options">How often to poll, and where to begin; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the enumeration, as does the token of <c>WithCancellation</c>.</param>
    /// <returns>
    /// An endless sequence of notifications. Transient errors are waited out, however long they last: after a 429 it waits for as long as
    /// the service asks, or else for up to a minute at a time; after any other for the interval, or longer if the service asks for it.
    /// Another error, such as a refused credential, ends the enumeration with its exception.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// An option is out of its bounds, or the continuation is damaged, or belongs to something else.
    /// </exception>
    /// <example>
    /// <code>
    /// var options = new ContactsWatchOptions { Interval = TimeSpan.FromSeconds(10) };
    /// await foreach (var notification in client.WatchNotificationsAsync(options, cancellationToken))
    /// {
    ///     Console.WriteLine($"{notification.Title}: {notification.Content}");
    /// }
    /// </code>
    /// </example>
    public virtual ContactsWatch<Notification> WatchNotificationsAsync(
        ContactsWatchOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new ContactsWatchOptions();
        options.Check();
        var list = ScopeOf(ContactsRequests.ListNotifications(new ContactsListNotificationsOptions()));
        var scope = (list with { Operation = "Watch" + list.Operation }).Of(options.Scope, NotificationNews.ContinuationOption);

        // A block only delays an endless watch, and what a look has found so far is kept.
        var paging = new ContactsPagingOptions { MaxBlock = TimeSpan.MaxValue };
        return new NotificationWatch(
            token => ListAllNotificationsAsync(paging: paging, cancellationToken: token), Pipeline.Options.TimeProvider, options,
            scope.Hash(), cancellationToken);
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
