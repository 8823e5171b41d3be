using System.Net.Http.Headers;
using System.Text.Json;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>
/// Each request that clients in the field send, on an emulator of either dialect: what the vendor's TypeScript SDK was seen to send, its
/// second surface (<c>client.api.channel</c>), its newer code, and the web application.
/// </summary>
public sealed class EmulatorClientFormTests
{
    private const string List = "[]", Csv = "csv";

    /// <summary>The members of the answer to each operation, in the web application's dialect and in the reference's.</summary>
    private static readonly Dictionary<string, (string WebApp, string Reference)> _answers = new()
    {
        [ContactsOperations.List] = ("object_name data nested has_more count total", "data total page limit"),
        [ContactsOperations.Create] = ("id display_name channel_type board_id created_at", "id _id display_name created_at"),
        [ContactsOperations.Search] = ("object_name data nested has_more count total", "data total page limit"),
        [ContactsOperations.ExportCsv] = (Csv, Csv),
        [ContactsOperations.UploadAvatar] = ("url", "url"),
        [ContactsOperations.GetByBoardItem] = ("data", "id display_name"),
        [ContactsOperations.Get] = ("data", "id display_name"),
        [ContactsOperations.Update] = ("id display_name action", "id display_name"),
        [ContactsOperations.Delete] = ("message", "message"),
        [ContactsOperations.GetConversations] = ("data", List),
        [ContactsOperations.GetComments] = ("items has_more count total", List),
        [ContactsOperations.CreateComment] = ("_id content from created_at", "_id text created_at"),
        [ContactsOperations.GetComment] = ("data", "_id text created_at"),
        [ContactsOperations.DeleteComment] = ("message", "message"),
        [ContactsOperations.GetMessageComments] = ("items has_more count total", List),
        [ContactsOperations.GetFiles] = (List, List),
        [ContactsOperations.GetActivities] = ("items", List),
        [ContactsOperations.ListNotifications] = ("data has_more count total unread_count", "data total page limit"),
        [ContactsOperations.MarkNotificationsRead] = ("", "success"),
        [ContactsOperations.DismissNotification] = ("", "success"),
        [ContactsOperations.DismissAllNotifications] = ("", "success"),
    };

    /// <summary>The operation, the request line and the body; con_1, bi_1, cmc_1 and notif_id_1 stand for what exists.</summary>
    private static readonly (string Operation, string Request, string? Body)[] _forms =
    [
        // client.api.channel
        (ContactsOperations.List, "GET /contacts?q=example&limit=5&offset=5", null),
        (ContactsOperations.Create, "POST /contacts", """{"display_name":"Test Person","channel_type":"web","labels":["vip"]}"""),
        (ContactsOperations.Search, "POST /contacts/_search", """{"query":"example","limit":5,"offset":5}"""),
        (ContactsOperations.Get, "GET /contacts/con_1", null),
        (ContactsOperations.GetByBoardItem, "GET /contacts/by-board-item/bi_1", null),
        (ContactsOperations.Update, "PUT /contacts/con_1", """{"display_name":"Test Person","labels":[]}"""),
        (ContactsOperations.Delete, "DELETE /contacts/con_1", null),
        (ContactsOperations.GetConversations, "GET /contacts/con_1/conversations", null),
        (ContactsOperations.GetComments, "GET /contacts/con_1/comments", null),
        (ContactsOperations.CreateComment, "POST /contacts/con_1/comments", """{"content":"Called back"}"""),
        (ContactsOperations.GetComment, "GET /contacts/con_1/comment/cmc_1", null),
        (ContactsOperations.DeleteComment, "DELETE /contacts/con_1/comment/cmc_1", null),
        (ContactsOperations.GetMessageComments, "GET /contacts/con_1/message_comments", null),
        (ContactsOperations.GetFiles, "GET /contacts/con_1/files", null),
        (ContactsOperations.ListNotifications, "GET /notifications?type=teams&limit=5&skip=0", null),
        (ContactsOperations.MarkNotificationsRead, "PUT /notifications/read", """{"ids":["notif_id_1"]}"""),
        (ContactsOperations.DismissNotification, "POST /notifications/dismiss", """{"ids":["notif_id_1"]}"""),
        (ContactsOperations.DismissAllNotifications, "POST /notifications/dismiss/all", null),

        // The vendor's newer SDKs
        (ContactsOperations.Create, "POST /contacts", "{}"),
        (ContactsOperations.Create, "POST /contacts", """
            {"display_name":"Test Person","first_name":"Test","last_name":"Person","email":"person@example.com","phone_number":"5550100",
             "channel_id":"ch_1","channel_type":"web","time_zone":"Etc/UTC","avatar_url":"https://files.example.com/x.png",
             "provider_user_id":"p_1","bu_id":"bu_1","labels":["vip"]}
            """),

        // The web application
        (ContactsOperations.List, "GET /contacts?limit=10&skip=0&sort=undefined", null),
        (ContactsOperations.Search, "GET /contacts/_search?q=example&type=text&limit=10&skip=0&sort=-created_at", null),
        (ContactsOperations.GetConversations, "GET /contacts/con_1/conversations?channel_types=web&channel_types=line", null),
        (ContactsOperations.GetComments, "GET /contacts/con_1/comments?channel_types=web&channel_types=line&skip=0&limit=15", null),
        (ContactsOperations.GetMessageComments, "GET /contacts/con_1/message_comments?channel_types=web&channel_types=line", null),
        (ContactsOperations.GetMessageComments, "GET /contacts/con_1/message_comments?skip=0&limit=50&sort=updated_at&order=desc", null),
        (ContactsOperations.Update, "PUT /contacts/con_1", """{"avatar_url":null}"""),
        (ContactsOperations.MarkNotificationsRead, "PUT /notifications/read", """["notif_id_1"]"""),
        (ContactsOperations.DismissNotification, "DELETE /notifications/dismiss", """["notif_id_1"]"""),
        (ContactsOperations.DismissAllNotifications, "DELETE /notifications/dismiss/all?type=teams", null),

        // The vendor's Python SDK
        (ContactsOperations.MarkNotificationsRead, "PUT /notifications/read", null),
    ];

    public static TheoryData<ContactsDialect, string, string, string?> Forms => Of(_forms);

    /// <summary>What the vendor's TypeScript SDK was seen to send.</summary>
    public static TheoryData<ContactsDialect, string, string, string?> Captured => Of(CapturedRequests());

    [Fact]
    public void Every_operation_is_asked_for_by_other_clients_too() =>
        Forms.Concat(Captured).Select(row => (string)row[1]).Distinct()
            .Should().BeEquivalentTo(_answers.Keys)
            .And.BeEquivalentTo(ContractDocument.Contacts.Operations.Select(operation => operation.Id).Distinct());

    [Theory]
    [MemberData(nameof(Forms))]
    [MemberData(nameof(Captured))]
    public async Task A_request_of_another_client_is_answered(ContactsDialect form, string operation, string request, string? body)
    {
        await using var emulator = ContactsEmulator.Start(options => options.Dialect = form);
        using var http = new EmulatorHttp(emulator);
        var (line, sent) = (await ExistingAsync(emulator, request), await ExistingAsync(emulator, body ?? ""));
        using var content = operation == ContactsOperations.UploadAvatar ? Picture() : body is null ? null : EmulatorHttp.Json(sent);

        using var response = await http.SendAsync(line.Split(' ')[0], line.Split(' ', 2)[1], content);

        ((int)response.StatusCode).Should().Be(200);
        emulator.Requests[^1].Operation.Should().Be(operation);
        var (webApp, reference) = _answers[operation];
        var members = form == ContactsDialect.WebApp ? webApp : reference;
        if (members == Csv)
        {
            response.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
            return;
        }

        var answer = await EmulatorHttp.ReadAsync(response);
        if (members == List)
        {
            answer.ValueKind.Should().Be(JsonValueKind.Array);
        }
        else
        {
            members.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Should().BeSubsetOf(answer.EnumerateObject().Select(member => member.Name));
        }
    }

    private static TheoryData<ContactsDialect, string, string, string?> Of(
        IEnumerable<(string Operation, string Request, string? Body)> requests)
    {
        var data = new TheoryData<ContactsDialect, string, string, string?>();
        foreach (var (operation, request, body) in requests)
        {
            data.Add(ContactsDialect.WebApp, operation, request, body);
            data.Add(ContactsDialect.VendorSdk, operation, request, body);
        }

        return data;
    }

    private static IEnumerable<(string Operation, string Request, string? Body)> CapturedRequests()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "vendor-sdk-requests.json")));
        return [.. document.RootElement.GetProperty("requests").EnumerateArray().Select(captured =>
        {
            var request = captured.GetProperty("request");
            var query = string.Join('&', request.GetProperty("query").EnumerateObject()
                .Select(value => $"{value.Name}={Uri.EscapeDataString(value.Value.GetString()!)}"));
            var path = request.GetProperty("path").GetString()![EmulatorHttp.Root.Length..];
            var body = request.GetProperty("body");
            return (
                captured.GetProperty("operation").GetString()!,
                $"{request.GetProperty("method").GetString()} {path}{(query.Length > 0 ? "?" : "")}{query}",
                body.ValueKind == JsonValueKind.Null ? null : body.GetRawText());
        })];
    }

    /// <summary>The text with the ids of what exists.</summary>
    private static async Task<string> ExistingAsync(ContactsEmulator emulator, string text)
    {
        var client = emulator.CreateClient();
        var contact = emulator.Contacts[0];
        var ids = new Dictionary<string, string>
        {
            ["con_1"] = contact.Id,
            ["conv_1"] = (await client.GetConversationsAsync(contact.Id))[0].Id,
            ["notif_id_1"] = emulator.Notifications[0].Id,
            ["notif_id_2"] = emulator.Notifications[1].Id,
            ["bi_1"] = contact.BoardItemId!,
            ["cmc_1"] = (await client.GetCommentsAsync(contact.Id))[0].Id,
        };
        return ids.Aggregate(
            text, (known, id) => known.Replace(id.Key, id.Value, StringComparison.Ordinal));
    }

    private static MultipartFormDataContent Picture()
    {
        var picture = new ByteArrayContent([0x89, (byte)'P', (byte)'N', (byte)'G']);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return new MultipartFormDataContent { { picture, "file", "avatar.png" } };
    }
}
