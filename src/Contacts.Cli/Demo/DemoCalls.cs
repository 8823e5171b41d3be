using System.Globalization;
using System.Text;
using Contacts.Generated;

namespace Contacts.Cli.Demo;

/// <summary>A call of each operation, in the order in which an application might make them.</summary>
internal sealed class DemoCalls(ContactsClient client)
{
    private string _contactId = "";
    private string _createdId = "";
    private string _commentId = "";
    private string? _boardItemId;
    private string _conversationId = "";
    private string _avatarUrl = "";
    private IReadOnlyList<Notification> _notifications = [];

    public IEnumerable<DemoStep> Steps =>
    [
        new(ContactsOperations.List, ListAsync),
        new(ContactsOperations.Search, SearchAsync),
        new(ContactsOperations.Get, GetAsync),
        new(ContactsOperations.GetByBoardItem, GetByBoardItemAsync),
        new(ContactsOperations.Create, CreateAsync),
        new(ContactsOperations.UploadAvatar, UploadAvatarAsync),
        new(ContactsOperations.Update, UpdateAsync),
        new(ContactsOperations.GetConversations, GetConversationsAsync),
        new(ContactsOperations.GetActivities, GetActivitiesAsync),
        new(ContactsOperations.GetComments, GetCommentsAsync),
        new(ContactsOperations.GetMessageComments, GetMessageCommentsAsync),
        new(ContactsOperations.CreateComment, CreateCommentAsync),
        new(ContactsOperations.GetComment, GetCommentAsync),
        new(ContactsOperations.DeleteComment, DeleteCommentAsync),
        new(ContactsOperations.Delete, DeleteAsync),
        new(ContactsOperations.GetFiles, GetFilesAsync),
        new(ContactsOperations.ExportCsv, ExportCsvAsync),
        new(ContactsOperations.ListNotifications, ListNotificationsAsync),
        new(ContactsOperations.MarkNotificationsRead, MarkNotificationsReadAsync),
        new(ContactsOperations.DismissNotification, DismissNotificationAsync),
        new(ContactsOperations.DismissAllNotifications, DismissAllNotificationsAsync),
    ];

    private async Task<string> ListAsync(CancellationToken cancellationToken)
    {
        var page = await client.ListAsync(new ContactsListOptions { Limit = 5, Sort = "created_at" }, cancellationToken);
        _contactId = page.Data[0].Id;
        return Text($"{page.Data.Count} of {page.Total} contacts");
    }

    private async Task<string> SearchAsync(CancellationToken cancellationToken)
    {
        var page = await client.SearchAsync("person7@example.com", cancellationToken: cancellationToken);
        return Text($"{page.Data.Count} found");
    }

    private async Task<string> GetAsync(CancellationToken cancellationToken)
    {
        var contact = await client.GetAsync(_contactId, cancellationToken);
        _boardItemId = contact.BoardItemId;
        return contact.DisplayName ?? contact.Id;
    }

    private async Task<string> GetByBoardItemAsync(CancellationToken cancellationToken)
    {
        var contact = await client.GetByBoardItemAsync(_boardItemId!, cancellationToken);
        return contact.DisplayName ?? contact.Id;
    }

    private async Task<string> CreateAsync(CancellationToken cancellationToken)
    {
        var input = new CreateContactInput { Name = "New Person", Email = "new.person@example.com" };
        var contact = await client.CreateAsync(input, cancellationToken);
        _createdId = contact.Id;
        return "created " + contact.DisplayName;
    }

    private async Task<string> UploadAvatarAsync(CancellationToken cancellationToken)
    {
        var picture = UploadContent.FromBytes("not really a picture"u8.ToArray(), "avatar.png");
        _avatarUrl = (await client.UploadAvatarAsync(picture, cancellationToken: cancellationToken)).Url;
        return "stored as " + _avatarUrl[_avatarUrl.LastIndexOf('.')..];
    }

    private async Task<string> UpdateAsync(CancellationToken cancellationToken)
    {
        var input = new UpdateContactInput { Name = "Demo Person", AvatarUrl = _avatarUrl };
        var contact = await client.UpdateAsync(_contactId, input, cancellationToken);
        return "now " + contact.DisplayName;
    }

    private async Task<string> GetConversationsAsync(CancellationToken cancellationToken)
    {
        var conversations = await client.GetConversationsAsync(_contactId, cancellationToken: cancellationToken);
        _conversationId = conversations[0].Id;
        return Text($"{conversations.Count} found");
    }

    private async Task<string> GetActivitiesAsync(CancellationToken cancellationToken) =>
        Text($"{(await client.GetActivitiesAsync(_conversationId, cancellationToken)).Count} found");

    private async Task<string> GetCommentsAsync(CancellationToken cancellationToken) =>
        Text($"{(await client.GetCommentsAsync(_contactId, new ContactsGetCommentsOptions { Limit = 5 }, cancellationToken)).Count} found");

    private async Task<string> GetMessageCommentsAsync(CancellationToken cancellationToken)
    {
        var options = new ContactsGetMessageCommentsOptions { Limit = 50 };
        return Text($"{(await client.GetMessageCommentsAsync(_contactId, options, cancellationToken)).Count} on the first page");
    }

    private async Task<string> CreateCommentAsync(CancellationToken cancellationToken)
    {
        var comment = await client.CreateCommentAsync(_createdId, new CreateCommentInput { Text = "Called back" }, cancellationToken);
        _commentId = comment.Id;
        return "written";
    }

    private async Task<string> GetCommentAsync(CancellationToken cancellationToken) =>
        $"\"{(await client.GetCommentAsync(_createdId, _commentId, cancellationToken)).Text}\"";

    private async Task<string> DeleteCommentAsync(CancellationToken cancellationToken)
    {
        await client.DeleteCommentAsync(_createdId, _commentId, cancellationToken);
        return "deleted";
    }

    private async Task<string> DeleteAsync(CancellationToken cancellationToken)
    {
        await client.DeleteAsync(_createdId, cancellationToken);
        return "deleted New Person";
    }

    private async Task<string> GetFilesAsync(CancellationToken cancellationToken) =>
        Text($"{(await client.GetFilesAsync(_contactId, cancellationToken)).Count} found");

    private async Task<string> ExportCsvAsync(CancellationToken cancellationToken)
    {
        await using var export = await client.ExportCsvAsync(cancellationToken: cancellationToken);
        using var csv = new MemoryStream();
        await export.CopyToAsync(csv, cancellationToken: cancellationToken);
        return Text($"{csv.Length} bytes, {Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n").Length - 2} rows");
    }

    private async Task<string> ListNotificationsAsync(CancellationToken cancellationToken)
    {
        var page = await client.ListNotificationsAsync(cancellationToken: cancellationToken);
        _notifications = page.Data;
        return Text($"{page.Data.Count} of {page.Total}");
    }

    private async Task<string> MarkNotificationsReadAsync(CancellationToken cancellationToken)
    {
        await client.MarkNotificationsReadAsync([_notifications[0].Id, _notifications[1].Id], cancellationToken);
        return "2 marked";
    }

    private async Task<string> DismissNotificationAsync(CancellationToken cancellationToken)
    {
        await client.DismissNotificationAsync(_notifications[0].Id, cancellationToken);
        return "1 dismissed";
    }

    private async Task<string> DismissAllNotificationsAsync(CancellationToken cancellationToken)
    {
        await client.DismissAllNotificationsAsync(cancellationToken);
        return "all dismissed";
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>One call.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="CallAsync">Makes the call, and describes the result in a few words.</param>
internal sealed record DemoStep(string Operation, Func<CancellationToken, Task<string>> CallAsync);
