using System.Text.Json;

namespace Contacts.Generated.Tests;

/// <summary>What the vendor's TypeScript SDK was seen to send, and how each captured call is made with this client.</summary>
internal static class VendorSdkFixture
{
    public static JsonElement Document { get; } = Load();

    /// <summary>Makes the captured call.</summary>
    public static Task CallAsync(ContactsClient client, string operation, FixtureArguments given) => operation switch
    {
        "list" => client.ListAsync(new ContactsListOptions
        {
            Limit = given.OptionalNumber(
            "limit"),
            Skip = given.OptionalNumber("skip"),
            Sort = given.OptionalText("sort")
        }),
        "get" => client.GetAsync(given.Text("contactId")),
        "update" => client.UpdateAsync(given.Text("contactId"), InputOf(given.Element("body"))),
        "search" => client.SearchAsync(given.Text("q"), new ContactsSearchOptions
        {
            Limit = given.OptionalNumber("limit"),
            Skip = given.OptionalNumber("skip"),
            Sort = given.OptionalText("sort"),
            Type = given.OptionalText("type"),
        }),
        "exportCsv" => client.ExportCsvAsync(new ContactsExportCsvOptions { Sort = given.OptionalText("sort") }),
        "getConversations" => client.GetConversationsAsync(
            given.Text("contactId"),
            given.OptionalText("channelTypes") is { } types
                ? new ContactsGetConversationsOptions { ChannelTypes = types.Split(',').Select(type => new ChannelType(type)) }
                : null),
        "getComments" => client.GetCommentsAsync(given.Text("contactId"), new ContactsGetCommentsOptions
        {
            Limit = given.OptionalNumber("limit"),
            Skip = given.OptionalNumber("skip"),
            ChannelType = given.OptionalText("channelType") is { } type ? new ChannelType(type) : default(ChannelType?),
        }),
        "getFiles" => client.GetFilesAsync(given.Text("contactId")),
        "getActivities" => client.GetActivitiesAsync(given.Text("conversationId")),
        "uploadAvatar" => client.UploadAvatarAsync(FileOf(given.Element("file"))),
        "listNotifications" => client.ListNotificationsAsync(
            new ContactsListNotificationsOptions { Limit = given.OptionalNumber("limit"), Skip = given.OptionalNumber("skip") }),
        "markNotificationsRead" => client.MarkNotificationsReadAsync(given.Texts("ids")),
        "dismissNotification" => client.DismissNotificationAsync(given.Text("id")),
        "dismissAllNotifications" => client.DismissAllNotificationsAsync(),
        _ => throw new NotSupportedException($"The captured operation '{operation}' has no mapping to this client."),
    };

    private static UpdateContactInput InputOf(JsonElement body)
    {
        var input = new UpdateContactInput();
        foreach (var field in body.EnumerateObject())
        {
            _ = field.Name switch
            {
                "name" => input.Name = field.Value.GetString(),
                "email" => input.Email = field.Value.GetString(),
                "phone" => input.Phone = field.Value.GetString(),
                _ => throw new NotSupportedException($"The captured field '{field.Name}' has no mapping to this client."),
            };
        }

        return input;
    }

    private static UploadContent FileOf(JsonElement file) => UploadContent.FromBytes(
        file.GetProperty("base64")
            .GetBytesFromBase64(), file.GetProperty("name").GetString()!, file.GetProperty("contentType").GetString());

    private static JsonElement Load()
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "vendor-sdk-requests.json")));
        return document.RootElement.Clone();
    }
}
