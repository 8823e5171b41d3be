namespace Contacts.Generated.Testing;

/// <summary>Lists notifications, marks them as read and dismisses them.</summary>
internal sealed class NotificationHandlers(EmulatorState state, EmulatorDialect dialect)
{
    public Reply List(Exchange exchange)
    {
        var page = PageRequest.From(exchange.Query, state.Options);
        var group = exchange.Query.One("type");
        state.BeginListing();
        var notifications = NotificationsOf(exchange);
        var selected = new List<Notification>();
        var unread = 0;
        for (var position = 0; position < notifications.Count; position++)
        {
            var notification = notifications.Peek(position);
            if (IsInGroup(notification, group))
            {
                selected.Add(notification);
                unread += notification.IsRead ? 0 : 1;
            }
        }

        return dialect.Notifications(page.Of(selected.Count, index => selected[index]), selected.Count, unread, page);
    }

    public Reply MarkRead(Exchange exchange)
    {
        var notifications = NotificationsOf(exchange);
        foreach (var position in Find(notifications, NotificationIds.Read(exchange, state.Options)))
        {
            notifications.Keep(position).IsRead = true;
        }

        notifications.Touch();
        return dialect.Done();
    }

    public Reply Dismiss(Exchange exchange)
    {
        var notifications = NotificationsOf(exchange);
        foreach (var position in Find(notifications, NotificationIds.Read(exchange, state.Options)))
        {
            notifications.RemoveAt(position);
        }

        return dialect.Done();
    }

    public Reply DismissAll(Exchange exchange)
    {
        var group = exchange.Query.One("type");
        var notifications = NotificationsOf(exchange);
        for (var position = notifications.Count - 1; position >= 0; position--)
        {
            if (IsInGroup(notifications.Peek(position), group))
            {
                notifications.RemoveAt(position);
            }
        }

        return dialect.Done();
    }

    private static bool IsInGroup(Notification notification, string? group) => group is null || group == GroupOf(notification.Type?.Value);

    private static string? GroupOf(string? type) => type switch
    {
        ['1', ..] => "assigns",
        ['2', ..] => "conversations",
        ['3', ..] => "teams",
        _ => null,
    };

    /// <summary>The positions of notifications, last to first, so that they can be removed one by one.</summary>
    private static List<int> Find(LiveList<Notification> notifications, IReadOnlyList<string>? ids)
    {
        var wanted = ids?.ToHashSet(StringComparer.Ordinal);
        var found = new List<int>();
        for (var position = notifications.Count - 1; position >= 0; position--)
        {
            if (wanted?.Contains(notifications.Peek(position).Id) != false)
            {
                found.Add(position);
            }
        }

        return found;
    }

    /// <summary>Each user has notifications of their own.</summary>
    private LiveList<Notification> NotificationsOf(Exchange exchange) => state.NotificationsOf(state.Users.Of(exchange));
}
