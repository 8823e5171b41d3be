#:project ../../../src/Contacts.Generated/Contacts.Generated.csproj
// Makes every call but the binary upload, whose bytes Prism re-encodes as text, through a validating proxy. Prism answers
// with an error of its own where a request or a response violates the contract, so a call that succeeds was in order.
// Usage: dotnet run through-prism.cs -- PROXY-ADDRESS
using Contacts.Generated;

var client = new ContactsClient(new ContactsClientOptions { GatewayUrl = new Uri(args[0]), ApiKey = "api_test_key", MaxRetries = 0 });
var contact = (await client.ListAsync(new ContactsListOptions { Limit = 5, Skip = 1, Sort = "-created_at" })).Data[0].Id;
var (conversation, created, comment) = ("", "", "");
var notifications = new List<string>();

(string Name, Func<Task> Call)[] calls =
[
    (ContactsOperations.List, () => client.ListAsync()),
    (ContactsOperations.Search, () => client.SearchAsync("person7@example.com", new ContactsSearchOptions { Limit = 3 })),
    (ContactsOperations.Get, () => client.GetAsync(contact)),
    (ContactsOperations.Update, () =>
        client.UpdateAsync(contact, new UpdateContactInput { Name = "Test Person", Email = null, Labels = ["vip"] })),
    (ContactsOperations.Create, async () => created = (await client.CreateAsync(
        new CreateContactInput { Name = "Test Person", Email = "new@example.com", ChannelType = "web", Labels = ["vip"] })).Id),
    (ContactsOperations.GetByBoardItem, async () =>
        await client.GetByBoardItemAsync((await client.GetAsync(contact)).BoardItemId ?? throw new InvalidOperationException("no record"))),
    (ContactsOperations.CreateComment, async () =>
        comment = (await client.CreateCommentAsync(contact, new CreateCommentInput { Text = "Called back." })).Id),
    (ContactsOperations.GetComment, () => client.GetCommentAsync(contact, comment)),
    (ContactsOperations.DeleteComment, () => client.DeleteCommentAsync(contact, comment)),
    (ContactsOperations.GetMessageComments, () =>
        client.GetMessageCommentsAsync(contact, new ContactsGetMessageCommentsOptions { Limit = 50, ChannelType = ChannelType.Web })),
    (ContactsOperations.Delete, () => client.DeleteAsync(created)),
    (ContactsOperations.GetConversations, async () => conversation = (await client.GetConversationsAsync(contact))[0].Id),
    (ContactsOperations.GetConversations, () => client.GetConversationsAsync(
        contact, new ContactsGetConversationsOptions { ChannelTypes = [ChannelType.Web, ChannelType.WhatsApp] })),
    (ContactsOperations.GetActivities, () => client.GetActivitiesAsync(conversation)),
    (ContactsOperations.GetComments, () =>
        client.GetCommentsAsync(contact, new ContactsGetCommentsOptions { Limit = 2, ChannelType = ChannelType.Web })),
    (ContactsOperations.GetFiles, () => client.GetFilesAsync(contact)),
    (ContactsOperations.ExportCsv, async () => await (await client.ExportCsvAsync()).CopyToAsync(Stream.Null)),
    (ContactsOperations.ListNotifications, async () =>
        notifications.AddRange((await client.ListNotificationsAsync()).Data.Select(one => one.Id))),
    (ContactsOperations.MarkNotificationsRead, () => client.MarkNotificationsReadAsync(notifications.Take(2))),
    (ContactsOperations.DismissNotification, () => client.DismissNotificationAsync(notifications[0])),
    (ContactsOperations.DismissAllNotifications, () => client.DismissAllNotificationsAsync()),
];

// A new operation must be tried here too.
string?[] operations = [.. typeof(ContactsOperations).GetFields().Select(static field => (string?)field.GetRawConstantValue())];
string?[] left = [.. operations.Except(calls.Select(static call => call.Name)).Except([ContactsOperations.UploadAvatar])];
var failed = left.Length;
foreach (var name in left)
{
    Console.WriteLine($"{name}: not called here");
}

foreach (var (name, call) in calls)
{
    try
    {
        await call();
        Console.WriteLine($"{name}: in order");
    }
    catch (ContactsException exception)
    {
        failed++;
        var body =
            (exception as ContactsApiException)?.GetResponseBody() ?? (exception as ContactsInvalidResponseException)?.GetResponseBody();
        Console.WriteLine($"{name}: {exception.Message}\n  {body}");
    }
}

return failed == 0 ? 0 : 1;
