namespace Contacts.Generated.Testing;

/// <summary>All operations: the methods and paths that reach them, in all forms in use, and their handlers.</summary>
internal sealed class RouteTable
{
    private const string Root = "/" + ContactsService.BasePath;

    private static readonly string _mount = Root[..Root.IndexOf('/', 1)];

    private readonly Route[] _routes;

    public RouteTable(EmulatorState state, EmulatorDialect dialect)
    {
        var contacts = new ContactHandlers(state, dialect);
        var details = new ContactDetailHandlers(state, dialect);
        var comments = new CommentHandlers(state, dialect);
        var notifications = new NotificationHandlers(state, dialect);
        Route[] routes =
        [
            new(ContactsOperations.List, "GET", "/contacts", contacts.List),
            new(ContactsOperations.Create, "POST", "/contacts", contacts.Create),
            new(ContactsOperations.Search, "GET", "/contacts/_search", contacts.Search),
            new(ContactsOperations.Search, "POST", "/contacts/_search", contacts.SearchByBody),
            new(ContactsOperations.ExportCsv, "GET", "/contacts/_export_csv", contacts.ExportCsv),
            new(ContactsOperations.UploadAvatar, "POST", "/contacts/_fileupload", contacts.UploadAvatar),
            new(ContactsOperations.GetByBoardItem, "GET", "/contacts/by-board-item/{boardItemId}", contacts.GetByBoardItem),
            new(ContactsOperations.Get, "GET", "/contacts/{contactId}", contacts.Get),
            new(ContactsOperations.Update, "PUT", "/contacts/{contactId}", contacts.Update),
            new(ContactsOperations.Delete, "DELETE", "/contacts/{contactId}", contacts.Delete),
            new(ContactsOperations.GetConversations, "GET", "/contacts/{contactId}/conversations", details.GetConversations),
            new(ContactsOperations.GetComments, "GET", "/contacts/{contactId}/comments", comments.List),
            new(ContactsOperations.CreateComment, "POST", "/contacts/{contactId}/comments", comments.Create),
            new(ContactsOperations.GetComment, "GET", "/contacts/{contactId}/comment/{commentId}", comments.Get),
            new(ContactsOperations.DeleteComment, "DELETE", "/contacts/{contactId}/comment/{commentId}", comments.Delete),
            new(ContactsOperations.GetMessageComments, "GET", "/contacts/{contactId}/message_comments", comments.ListOfMessages),
            new(ContactsOperations.GetFiles, "GET", "/contact/{contactId}/files", details.GetFiles),
            new(ContactsOperations.GetFiles, "GET", "/contacts/{contactId}/files", details.GetFiles),
            new(ContactsOperations.GetActivities, "GET", "/conversations_activities/{conversationId}", details.GetActivities),
            new(ContactsOperations.ListNotifications, "GET", "/notifications", notifications.List),
            new(ContactsOperations.MarkNotificationsRead, "PUT", "/notifications/read", notifications.MarkRead),
            new(ContactsOperations.DismissNotification, "DELETE", "/notifications/dismiss", notifications.Dismiss),
            new(ContactsOperations.DismissNotification, "POST", "/notifications/dismiss", notifications.Dismiss),
            new(ContactsOperations.DismissAllNotifications, "DELETE", "/notifications/dismiss/all", notifications.DismissAll),
            new(ContactsOperations.DismissAllNotifications, "POST", "/notifications/dismiss/all", notifications.DismissAll),
        ];
        _routes = [.. routes.OrderByDescending(route => route.IsLiteral)];
        Operations = [.. routes.Select(route => route.Operation).Distinct()];
    }

    /// <summary>The names of the operations.</summary>
    public IReadOnlyList<string> Operations { get; }

    /// <summary>
    /// The path as the service sees it, below the place where the gateway mounts the service; null for a path that is the gateway's own.
    /// </summary>
    public static string? PathInService(string path) =>
        path.StartsWith(_mount, StringComparison.Ordinal) && path[_mount.Length..] is "" or ['/', ..] ? path[_mount.Length..] : null;

    public RouteMatch? Match(string method, string path)
    {
        if (!path.StartsWith(Root + "/", StringComparison.Ordinal))
        {
            return null;
        }

        // A segment may be empty, so that a path that ends with a slash is not the same as one that does not.
        var segments = path[Root.Length..].Split('/');
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
