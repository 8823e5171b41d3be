using Microsoft.AspNetCore.Http;

namespace Contacts.Generated.Tests;

/// <summary>
/// A gateway on loopback that plays the fault which a request names in a header, and answers as it should where none is named.
/// </summary>
public sealed class FaultServer : IAsyncLifetime
{
    /// <summary>The header that names the fault.</summary>
    public const string Header = "x-fault";

    /// <summary>The header that asks for a redirect: a status and an address.</summary>
    public const string RedirectHeader = "x-redirect";

    private readonly Signal _bodyIsRead = new();
    private LoopbackServer? _server;

    public Uri Address => _server!.Address;

    public async Task InitializeAsync() => _server = await LoopbackServer.StartAsync(AnswerAsync, takesBody: false);

    public Task DisposeAsync() => _server!.DisposeAsync().AsTask();

    /// <summary>The client has read what came so far: an abort before that could take it back.</summary>
    internal void OnBodyRead() => _bodyIsRead.Set();

    internal Task BodyIsReadAsync() => _bodyIsRead.WaitAsync();

    internal void Reset() => _bodyIsRead.Reset();

    private async Task AnswerAsync(HttpContext context)
    {
        context.Features.Set(this);
        context.Response.Headers["x-connection"] = context.Connection.Id;
        var name = context.Request.Headers[Header].ToString();
        if (name.Length > 0)
        {
            await Fault.Of(name).PlayAsync!(context);
            return;
        }

        await context.Request.Body.CopyToAsync(Stream.Null);
        if (context.Request.Headers[RedirectHeader].ToString().Split(' ') is [var status, var location] && location.StartsWith(
            "http", StringComparison.Ordinal) && !location.Contains($":{context.Connection.LocalPort}/", StringComparison.Ordinal))
        {
            context.Response.StatusCode = int.Parse(status, System.Globalization.CultureInfo.InvariantCulture);
            context.Response.Headers.Location = location;
            return;
        }

        var operation = OperationOf(context.Request);
        context.Response.ContentType = operation.MediaType;
        await context.Response.WriteAsync(operation.Good);
    }

    private static Operation OperationOf(HttpRequest request)
    {
        var path = request.Path.Value!;
        return Operations.Of(path["/channel-service/v1/".Length..].Split('/') switch
        {
            ["contacts"] => request.Method == "GET" ? ContactsOperations.List : ContactsOperations.Create,
            ["contacts", "_search"] => ContactsOperations.Search,
            ["contacts", "_export_csv"] => ContactsOperations.ExportCsv,
            ["contacts", "_fileupload"] => ContactsOperations.UploadAvatar,
            ["contacts", _] => request.Method switch
            {
                "GET" => ContactsOperations.Get,
                "PUT" => ContactsOperations.Update,
                _ => ContactsOperations.Delete,
            },
            ["contacts", "by-board-item", _] => ContactsOperations.GetByBoardItem,
            ["contacts", _, "conversations"] => ContactsOperations.GetConversations,
            ["contacts", _, "comments"] => request.Method == "GET" ? ContactsOperations.GetComments : ContactsOperations.CreateComment,
            ["contacts", _, "comment", _] => request.Method == "GET" ? ContactsOperations.GetComment : ContactsOperations.DeleteComment,
            ["contacts", _, "message_comments"] => ContactsOperations.GetMessageComments,
            ["contact", _, "files"] => ContactsOperations.GetFiles,
            ["conversations_activities", _] => ContactsOperations.GetActivities,
            ["notifications"] => ContactsOperations.ListNotifications,
            ["notifications", "read"] => ContactsOperations.MarkNotificationsRead,
            ["notifications", "dismiss"] => ContactsOperations.DismissNotification,
            ["notifications", "dismiss", "all"] => ContactsOperations.DismissAllNotifications,
            _ => throw new InvalidOperationException("No operation has the path " + path),
        });
    }
}
