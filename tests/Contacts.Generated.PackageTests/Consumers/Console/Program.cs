using System.Reflection;
using System.Runtime.Versioning;
using Contacts.Generated;

var client = new ContactsClient(ContactsClientOptions.FromEnvironment());
Console.WriteLine($"asset {typeof(ContactsClient).Assembly.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName}");

var page = await client.ListAsync(new ContactsListOptions { Limit = 5, Sort = "created_at" });
Console.WriteLine($"list {page.Data.Count} of {page.Total}");

var id = page.Data[0].Id;
var contact = await client.GetAsync(id);
Console.WriteLine($"get {contact.DisplayName == page.Data[0].DisplayName}");

var updated = await client.UpdateAsync(id, new UpdateContactInput { Name = "Test Person", AvatarUrl = null });
Console.WriteLine($"update {updated.DisplayName}");

var found = await client.SearchAsync("Person", new ContactsSearchOptions { Limit = 1 });
Console.WriteLine($"search {found.Data[0].Id == id}");

var created = await client.CreateAsync(new CreateContactInput { Name = "New Person", Labels = new[] { "vip" } });
Console.WriteLine($"create {(await client.GetAsync(created.Id)).DisplayName}");
Console.WriteLine($"board item {(await client.GetByBoardItemAsync(contact.BoardItemId!)).Id == id}");

var comment = await client.CreateCommentAsync(created.Id, new CreateCommentInput { Text = "Called back." });
Console.WriteLine($"comment {(await client.GetCommentAsync(created.Id, comment.Id)).Text}");
await client.DeleteCommentAsync(created.Id, comment.Id);
Console.WriteLine($"message comments {(await client.GetMessageCommentsAsync(id)).Count > 0}");

await foreach (var result in client.UpdateManyAsync(new[] { (created.Id, new UpdateContactInput { Remark = "New" }) }))
{
    Console.WriteLine($"update many {result.Value?.Remark}");
}

await foreach (var result in client.DeleteManyAsync(new[] { created.Id }, new ContactsBulkOptions { MaxConcurrency = 1 }))
{
    Console.WriteLine($"delete many {result.IsSuccess}");
}

using (var export = await client.ExportCsvAsync())
using (var text = new StreamReader(export.Content))
{
    Console.WriteLine($"export {(await text.ReadToEndAsync()).Contains("Test Person")}");
}

var upload = await client.UploadAvatarAsync(UploadContent.FromBytes(new byte[] { 1, 2, 3 }, "avatar.png"));
Console.WriteLine($"upload {Uri.IsWellFormedUriString(upload.Url, UriKind.Absolute)}");

var conversations = await client.GetConversationsAsync(id);
Console.WriteLine($"conversations {conversations.Count > 0}");
Console.WriteLine($"comments {(await client.GetCommentsAsync(id)).Count > 0}");
Console.WriteLine($"files {(await client.GetFilesAsync(id)).Count > 0}");
Console.WriteLine($"activities {(await client.GetActivitiesAsync(conversations[0].Id)).Count > 0}");

var notifications = await client.ListNotificationsAsync(new ContactsListNotificationsOptions { Limit = 3 });
Console.WriteLine($"notifications {notifications.Data.Count}");
Console.WriteLine($"read {(await client.MarkNotificationsReadAsync(new[] { notifications.Data[0].Id })).Success}");
Console.WriteLine($"dismiss {(await client.DismissNotificationAsync(notifications.Data[0].Id)).Success}");
Console.WriteLine($"dismiss all {(await client.DismissAllNotificationsAsync()).Success}");

try
{
    await client.GetAsync("con_unknown");
}
catch (ContactsNotFoundException exception)
{
    Console.WriteLine($"not found {exception.Status is 400 or 404}");
}
