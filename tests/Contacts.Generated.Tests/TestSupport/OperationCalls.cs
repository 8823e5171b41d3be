namespace Contacts.Generated.Tests;

/// <summary>The plainest call of each operation, by its name.</summary>
internal static class OperationCalls
{
    public static IReadOnlyDictionary<string, Func<ContactsClient, Task<object>>> All { get; } = new Dictionary<string, Func<ContactsClient,
    Task<object>>>
    {
        [ContactsOperations.List] = async client => await client.ListAsync(),
        [ContactsOperations.Get] = async client => await client.GetAsync("con_1"),
        [ContactsOperations.Update] = async client => await client.UpdateAsync("con_1", new UpdateContactInput { Name = "Ünï 😀" }),
        [ContactsOperations.Create] = async client => await client.CreateAsync(new CreateContactInput { Name = "Ünï 😀" }),
        [ContactsOperations.Delete] = async client => await client.DeleteAsync("con_1"),
        [ContactsOperations.GetByBoardItem] = async client => await client.GetByBoardItemAsync("bi_1"),
        [ContactsOperations.CreateComment] = async client =>
            await client.CreateCommentAsync("con_1", new CreateCommentInput { Text = "Ünï 😀" }),
        [ContactsOperations.GetComment] = async client => await client.GetCommentAsync("con_1", "cmc_1"),
        [ContactsOperations.DeleteComment] = async client => await client.DeleteCommentAsync("con_1", "cmc_1"),
        [ContactsOperations.GetMessageComments] = async client => await client.GetMessageCommentsAsync("con_1"),
        [ContactsOperations.Search] = async client => await client.SearchAsync("person"),
        [ContactsOperations.ExportCsv] = async client => await client.ExportCsvAsync(),
        [ContactsOperations.GetConversations] = async client => await client.GetConversationsAsync("con_1"),
        [ContactsOperations.GetComments] = async client => await client.GetCommentsAsync("con_1"),
        [ContactsOperations.GetFiles] = async client => await client.GetFilesAsync("con_1"),
        [ContactsOperations.GetActivities] = async client => await client.GetActivitiesAsync("conv_1"),
        [ContactsOperations.UploadAvatar] = async client =>
            await client.UploadAvatarAsync(UploadContent.FromBytes(new byte[] { 1, 2, 3 }, "a.png")),
        [ContactsOperations.ListNotifications] = async client => await client.ListNotificationsAsync(),
        [ContactsOperations.MarkNotificationsRead] = async client => await client.MarkNotificationsReadAsync(["not_1"]),
        [ContactsOperations.DismissNotification] = async client => await client.DismissNotificationAsync("not_1"),
        [ContactsOperations.DismissAllNotifications] = async client => await client.DismissAllNotificationsAsync(),
    };
}
