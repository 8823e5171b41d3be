namespace Contacts.Generated.Testing;

/// <summary>
/// The operations of the contract, and further forms of them that are in use. An operation without a handler gets the response that the
/// contract shows.
/// </summary>
internal sealed class RouteTable
{
    private const string Root = "/" + ContactsService.BasePath;

    private static readonly string _mount = Root[..Root.IndexOf('/', 1)];

    public RouteTable(EmulatedContract contract, EmulatorState state, EmulatorDialect dialect)
    {
        var contacts = new ContactHandlers(state, dialect);
        var details = new ContactDetailHandlers(state, dialect);
        var comments = new CommentHandlers(state, dialect);
        var notifications = new NotificationHandlers(state, dialect);
        var handlers = new Dictionary<string, Func<Exchange, Reply>>(StringComparer.Ordinal)
        {
            [ContactsOperations.List] = contacts.List,
            [ContactsOperations.Create] = contacts.Create,
            [ContactsOperations.Search] = contacts.Search,
            [ContactsOperations.ExportCsv] = contacts.ExportCsv,
            [ContactsOperations.UploadAvatar] = contacts.UploadAvatar,
            [ContactsOperations.GetByBoardItem] = contacts.GetByBoardItem,
            [ContactsOperations.Get] = contacts.Get,
            [ContactsOperations.Update] = contacts.Update,
            [ContactsOperations.Delete] = contacts.Delete,
            [ContactsOperations.GetConversations] = details.GetConversations,
            [ContactsOperations.GetComments] = comments.List,
            [ContactsOperations.CreateComment] = comments.Create,
            [ContactsOperations.GetComment] = comments.Get,
            [ContactsOperations.DeleteComment] = comments.Delete,
            [ContactsOperations.GetMessageComments] = comments.ListOfMessages,
            [ContactsOperations.GetFiles] = details.GetFiles,
            [ContactsOperations.GetActivities] = details.GetActivities,
            [ContactsOperations.ListNotifications] = notifications.List,
            [ContactsOperations.MarkNotificationsRead] = notifications.MarkRead,
            [ContactsOperations.DismissNotification] = notifications.Dismiss,
            [ContactsOperations.DismissAllNotifications] = notifications.DismissAll,
        };

        // Sent by the vendor's SDKs or to older gateways, beside what the contract states.
        Route[] further =
        [
            new(ContactsOperations.Search, "POST", Root, "/contacts/_search", contacts.SearchByBody),
            new(ContactsOperations.GetFiles, "GET", Root, "/contacts/{contactId}/files", details.GetFiles),
            new(ContactsOperations.DismissNotification, "POST", Root, "/notifications/dismiss", notifications.Dismiss),
            new(ContactsOperations.DismissAllNotifications, "POST", Root, "/notifications/dismiss/all", notifications.DismissAll),
        ];
        var described = contract.Operations.Select(operation => new Route(
            operation.Id,
            operation.Method,
            operation.Root,
            operation.Template,
            handlers.GetValueOrDefault(operation.Id) ?? (_ => operation.Example())));

        // The contract may come to describe a further form as an operation of its own.
        All = [.. described.Concat(further).DistinctBy(route => (route.Method, route.Path)).OrderBy(route => route.Priority)];
        Operations = [.. contract.Operations.Select(operation => operation.Id)];
    }

    /// <summary>The most precise paths first.</summary>
    public IReadOnlyList<Route> All { get; }

    /// <summary>The names of the operations.</summary>
    public IReadOnlyList<string> Operations { get; }

    /// <summary>
    /// The path as the service sees it, below the place where the gateway mounts the service; null for a path that is the gateway's own.
    /// </summary>
    public static string? PathInService(string path) =>
        path.StartsWith(_mount, StringComparison.Ordinal) && path[_mount.Length..] is "" or ['/', ..] ? path[_mount.Length..] : null;

    /// <summary>The operation that a method and a path as sent reach; null if there is none.</summary>
    public RouteMatch? Match(string method, string path) =>
        All.Select(route => route.Match(method, path)).FirstOrDefault(match => match is not null);
}
