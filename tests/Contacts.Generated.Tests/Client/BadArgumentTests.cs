namespace Contacts.Generated.Tests;

/// <summary>An argument that cannot be meant is refused before anything is sent, by name and with a remedy.</summary>
public class BadArgumentTests
{
    private const string Unpaired = "con_\ud800";

    private static readonly Dictionary<string, (Func<ContactsClient, Task> Call, string Parameter, string Remedy)> _calls = new()
    {
        ["get: no id"] = (client => client.GetAsync(null!), "contactId", "is required. Pass the id"),
        ["get: empty id"] = (client => client.GetAsync(""), "contactId", "Pass the id"),
        ["get: blank id"] = (client => client.GetAsync(" \t"), "contactId", "Pass the id"),
        ["get: the same folder"] = (client => client.GetAsync("."), "contactId", "Pass the id"),
        ["get: the parent folder"] = (client => client.GetAsync(".."), "contactId", "Pass the id"),
        ["get: a route"] = (client => client.GetAsync("_search"), "contactId", "Pass the id"),
        ["get: unpaired surrogate"] = (client => client.GetAsync(Unpaired), "contactId", "Pass the id"),
        ["update: empty id"] = (client => client.UpdateAsync("", new UpdateContactInput()), "contactId", "Pass the id"),
        ["update: no input"] = (client => client.UpdateAsync("con_1", null!), "input", "is required. Pass the object"),
        ["create: no input"] = (client => client.CreateAsync(null!), "input", "is required. Pass the object"),
        ["delete: no id"] = (client => client.DeleteAsync(null!), "contactId", "is required. Pass the id"),
        ["delete: empty id"] = (client => client.DeleteAsync(""), "contactId", "Pass the id"),
        ["delete: the parent folder"] = (client => client.DeleteAsync(".."), "contactId", "Pass the id"),
        ["delete: a route"] = (client => client.DeleteAsync("_search"), "contactId", "Pass the id"),
        ["getByBoardItem: empty id"] = (client => client.GetByBoardItemAsync(""), "boardItemId", "Pass the id"),
        ["createComment: empty id"] =
            (client => client.CreateCommentAsync("", new CreateCommentInput { Text = "x" }), "contactId", "Pass the id"),
        ["createComment: no input"] = (client => client.CreateCommentAsync("con_1", null!), "input", "is required. Pass the object"),
        ["createComment: no text"] =
            (client => client.CreateCommentAsync("con_1", new CreateCommentInput()), "input", "Set each that is not nullable"),
        ["createComment: blank text"] =
            (client => client.CreateCommentAsync("con_1", new CreateCommentInput { Text = " \n" }), "input", "is empty or blank"),
        ["getComment: empty id"] = (client => client.GetCommentAsync("", "cmc_1"), "contactId", "Pass the id"),
        ["getComment: empty id of the comment"] = (client => client.GetCommentAsync("con_1", ""), "commentId", "Pass the id"),
        ["deleteComment: blank id"] = (client => client.DeleteCommentAsync(" ", "cmc_1"), "contactId", "Pass the id"),
        ["deleteComment: parent folder"] = (client => client.DeleteCommentAsync("con_1", ".."), "commentId", "Pass the id"),
        ["getMessageComments: empty id"] = (client => client.GetMessageCommentsAsync(""), "contactId", "Pass the id"),
        ["getMessageComments: Limit 0"] =
            (client => client.GetMessageCommentsAsync(
                "con_1", new ContactsGetMessageCommentsOptions { Limit = 0 }), "options", "Limit must be at least 1"),
        ["getConversations: empty id"] = (client => client.GetConversationsAsync(""), "contactId", "Pass the id"),
        ["getConversations: empty channel type"] =
            (client => client.GetConversationsAsync(
                "con_1", new ContactsGetConversationsOptions { ChannelTypes = [default] }), "options", "ChannelTypes"),
        ["getComments: parent folder"] = (client => client.GetCommentsAsync(".."), "contactId", "Pass the id"),
        ["getComments: Limit 0"] = (client =>
            client.GetCommentsAsync("con_1", new ContactsGetCommentsOptions { Limit = 0 }), "options", "Limit must be at least 1"),
        ["getComments: Skip -1"] = (client =>
            client.GetCommentsAsync("con_1", new ContactsGetCommentsOptions { Skip = -1 }), "options", "Skip must be at least 0"),
        ["getComments: empty channel type"] =
            (client => client.GetCommentsAsync("con_1", new ContactsGetCommentsOptions { ChannelType = "" }), "options", "ChannelType"),
        ["getFiles: blank id"] = (client => client.GetFilesAsync("\u00a0"), "contactId", "Pass the id"),
        ["getActivities: no id"] = (client => client.GetActivitiesAsync(null!), "conversationId", "is required. Pass the id"),
        ["list: Limit 0"] =
            (client => client.ListAsync(new ContactsListOptions { Limit = 0 }), "options", "Limit must be at least 1; leave it null"),
        ["list: Limit -5"] = (client => client.ListAsync(new ContactsListOptions { Limit = -5 }), "options", "Limit must be at least 1"),
        ["list: Skip -1"] =
            (client => client.ListAsync(new ContactsListOptions { Skip = -1 }), "options", "Skip must be at least 0; leave it null"),
        ["list: blank Sort"] = (client => client.ListAsync(new ContactsListOptions { Sort = " " }), "options", "Sort is empty or blank"),
        ["search: no query"] = (client => client.SearchAsync(null!), "query", "is required. Pass a string"),
        ["search: empty query"] = (client => client.SearchAsync(""), "query", "Pass a string"),
        ["search: blank query"] = (client => client.SearchAsync("  "), "query", "Pass a string"),
        ["search: unpaired surrogate"] = (client => client.SearchAsync(Unpaired), "query", "Pass"),
        ["search: Limit 0"] =
            (client => client.SearchAsync("x", new ContactsSearchOptions { Limit = 0 }), "options", "Limit must be at least 1"),
        ["search: Skip -1"] =
            (client => client.SearchAsync("x", new ContactsSearchOptions { Skip = int.MinValue }), "options", "Skip must be at least 0"),
        ["search: empty Type"] =
            (client => client.SearchAsync("x", new ContactsSearchOptions { Type = "" }), "options", "Type is empty or blank"),
        ["exportCsv: empty Sort"] =
            (client => client.ExportCsvAsync(new ContactsExportCsvOptions { Sort = "" }), "options", "Sort is empty or blank"),
        ["exportCsv: unpaired surrogate"] =
            (client => client.ExportCsvAsync(new ContactsExportCsvOptions { Sort = Unpaired }), "options", "Sort"),
        ["listNotifications: Limit 0"] =
            (client => client.ListNotificationsAsync(
                new ContactsListNotificationsOptions { Limit = 0 }), "options", "Limit must be at least 1"),
        ["listNotifications: Skip -1"] =
            (client => client.ListNotificationsAsync(
                new ContactsListNotificationsOptions { Skip = -1 }), "options", "Skip must be at least 0"),
        ["markNotificationsRead: no list"] =
            (client => client.MarkNotificationsReadAsync(null!), "notificationIds", "is required. Pass at least one id"),
        ["markNotificationsRead: empty list"] = (client => client.MarkNotificationsReadAsync([]), "notificationIds", "at least one id"),
        ["markNotificationsRead: null among ids"] =
            (client => client.MarkNotificationsReadAsync(["not_1", null!]), "notificationIds", "Remove it"),
        ["markNotificationsRead: blank among ids"] =
            (client => client.MarkNotificationsReadAsync(["not_1", " "]), "notificationIds", "Remove it"),
        ["dismissNotification: no id"] = (client => client.DismissNotificationAsync(null!), "notificationId", "is required. Pass a string"),
        ["dismissNotification: empty id"] = (client => client.DismissNotificationAsync(""), "notificationId", "Pass a string"),
        ["dismissNotification: blank id"] = (client => client.DismissNotificationAsync("\n"), "notificationId", "Pass a string"),
        ["uploadAvatar: no file"] = (client => client.UploadAvatarAsync(null!), "file", "UploadContent.FromFile"),
        ["setAvatar: empty id"] =
            (client => client.SetAvatarAsync("", UploadContent.FromBytes(new byte[] { 1 }, "a.png")), "contactId", "Pass the id"),
        ["setAvatar: no file"] = (client => client.SetAvatarAsync("con_1", null!), "file", "Create one with UploadContent"),
        ["send: no request"] = (client => client.SendAsync(null!), "request", "is required. Pass the one"),
    };

    public static TheoryData<string, ContactsDialect> Rows
    {
        get
        {
            var rows = new TheoryData<string, ContactsDialect>();
            foreach (var name in _calls.Keys)
            {
                rows.Add(name, ContactsDialect.WebApp);
                rows.Add(name, ContactsDialect.VendorSdk);
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Is_refused_by_name_with_a_remedy_and_nothing_is_sent(string name, ContactsDialect dialect)
    {
        var (call, parameter, remedy) = _calls[name];
        var gateway = new FakeGateway();
        var client = gateway.Client(options => options.Dialect = dialect);

        var refusal = (await client.Invoking(call).Should().ThrowAsync<ArgumentException>()).Which;

        refusal.ParamName.Should().Be(parameter);
        refusal.Message.Should().Contain(remedy);
        gateway.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task The_view_with_responses_refuses_the_same()
    {
        var gateway = new FakeGateway();

        await gateway.Client()
            .WithResponse.Invoking(view => view.GetAsync("..")).Should().ThrowAsync<ArgumentException>().WithParameterName("contactId");

        gateway.Requests.Should().BeEmpty();
    }

    [Fact]
    public void A_missing_file_is_refused_when_the_content_is_made()
    {
        var make = () => UploadContent.FromFile(Path.Combine(Path.GetTempPath(), "contacts-no-such-file.png"));

        make.Should().Throw<ArgumentException>().WithParameterName("path");
    }

    [Theory]
    [MemberData(nameof(Cultures.All), MemberType = typeof(Cultures))]
    public void Bounds_are_written_alike_in_every_culture(string culture) => Cultures.Run(culture, () =>
    {
        var check = () => Bounds.Check(-1234.5m, "options", "Limit", 1000m, null);

        check.Should()
            .Throw<ArgumentOutOfRangeException>().WithMessage("Limit must be at least 1000; leave it null for the service's default.*");
    });

    [Fact]
    public void Both_bounds_are_inclusive()
    {
        Bounds.Check(1, "options", "Limit", minimum: 1, maximum: 100);
        Bounds.Check(100, "options", "Limit", minimum: 1, maximum: 100);

        FluentActions.Invoking(() => Bounds.Check(101, "limit", null, 1, 100))
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("limit must be at most 100.*");
    }
}
