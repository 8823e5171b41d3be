namespace Contacts.Generated.Testing;

/// <summary>Lists notifications, marks them as read and dismisses them.</summary>
internal sealed class NotificationHandlers(EmulatorState state, EmulatorDialect dialect)
{
    private readonly LiveList<Notification> _notifications = state.Notifications;

    public Reply List(Exchange exchange)
    {
        var page = PageRequest.From(exchange.Query, state.Options);
        var group = exchange.Query.One("type");
        state.BeginListing();
        var selected = new List<Notification>();
        var unread = 0;
        for (var position = 0; position < _notifications.Count; position++)
        {
            var notification = _notifications.Peek(position);
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
        foreach (var position in Find(NotificationIds.Read(exchange, state.Options)))
        {
            _notifications.Keep(position).IsRead = true;
        }

        _notifications.Touch();
        return dialect.Done();
    }

    public Reply Dismiss(Exchange exchange)
    {
        foreach (var position in Find(NotificationIds.Read(exchange, state.Options)))
        {
            _notifications.RemoveAt(position);
        }

        return dialect.Done();
    }

    public Reply DismissAll(Exchange exchange)
    {
        var group = exchange.Query.One("type");
        for (var position = _notifications.Count - 1; position >= 0; position--)
        {
            if (IsInGroup(_notifications.Peek(position), group))
            {
                _notifications.RemoveAt(position);
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
    private List<int> Find(IReadOnlyList<string>? ids)
    {
        var wanted = ids?.ToHashSet(StringComparer.Ordinal);
        var found = new List<int>();
        for (var position = _notifications.Count - 1; position >= 0; position--)
        {
            if (wanted?.Contains(_notifications.Peek(position).Id) != false)
            {
                found.Add(position);
            }
        }

        return found;
    }
}
