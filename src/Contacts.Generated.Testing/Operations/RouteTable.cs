namespace Contacts.Generated.Testing;

/// <summary>All operations: which method and path reach them, and what answers.</summary>
internal sealed class RouteTable
{
    public const string Root = "/" + ContactsService.BasePath;

    private readonly Route[] _routes;

    public RouteTable(EmulatorState state, EmulatorDialect dialect)
    {
        var contacts = new ContactHandlers(state, dialect);
        var details = new ContactDetailHandlers(state, dialect);
        var notifications = new NotificationHandlers(state, dialect);
        Route[] routes =
        [
            new(ContactsOperations.List, "GET", "/contacts", contacts.List),
            new(ContactsOperations.Search, "GET", "/contacts/_search", contacts.Search),
            new(ContactsOperations.ExportCsv, "GET", "/contacts/_export_csv", contacts.ExportCsv),
            new(ContactsOperations.UploadAvatar, "POST", "/contacts/_fileupload", contacts.UploadAvatar),
            new(ContactsOperations.Get, "GET", "/contacts/{contactId}", contacts.Get),
            new(ContactsOperations.Update, "PUT", "/contacts/{contactId}", contacts.Update),
            new(ContactsOperations.GetConversations, "GET", "/contacts/{contactId}/conversations", details.GetConversations),
            new(ContactsOperations.GetComments, "GET", "/contacts/{contactId}/comments", details.GetComments),
            new(ContactsOperations.GetFiles, "GET", "/contact/{contactId}/files", details.GetFiles),
            new(ContactsOperations.GetActivities, "GET", "/conversations_activities/{conversationId}", details.GetActivities),
            new(ContactsOperations.ListNotifications, "GET", "/notifications", notifications.List),
            new(ContactsOperations.MarkNotificationsRead, "PUT", "/notifications/read", notifications.MarkRead),
            new(ContactsOperations.DismissNotification, "DELETE", "/notifications/dismiss", notifications.Dismiss),
            new(ContactsOperations.DismissNotification, "POST", "/notifications/dismiss", notifications.Dismiss),
            new(ContactsOperations.DismissAllNotifications, "DELETE", "/notifications/dismiss/all", notifications.DismissAll),
        ];
        _routes = [.. routes.OrderByDescending(route => route.IsLiteral)];
        Operations = [.. routes.Select(route => route.Operation).Distinct()];
    }

    /// <summary>The names of the operations.</summary>
    public IReadOnlyList<string> Operations { get; }

    public static bool IsBelowRoot(string path) => path.StartsWith(Root + "/", StringComparison.Ordinal);

    public RouteMatch? Match(string method, string path)
    {
        if (!IsBelowRoot(path))
        {
            return null;
        }

        var segments = path[Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries);
        foreach (var route in _routes)
        {
            if (route.Match(method, segments) is { } match)
            {
                return match;
            }
        }

        return null;
    }
}
