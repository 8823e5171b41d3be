namespace Contacts.Generated.Tests;

/// <summary>Marking all notifications is one call without a body in one dialect, and calls with ids in the other.</summary>
public class MarkAllReadTests
{
    [Fact]
    public async Task The_vendors_form_has_no_body()
    {
        var gateway = new FakeGateway();

        await gateway.Client(options => options.Dialect = ContactsDialect.VendorSdk).MarkAllNotificationsReadAsync();

        gateway.Single.Method.Should().Be("PUT");
        gateway.Single.Address.AbsolutePath.Should().Be(TestClients.BasePath + "/notifications/read");
        gateway.Single.Body.Should().BeNull();
    }

    [Fact]
    public async Task The_web_applications_form_names_the_unread_ones_a_hundred_at_a_time()
    {
        var gateway = new FakeGateway(request => FakeGateway.Json(request.Method == "GET" ? Page(request, count: 230) : "{}"));

        await gateway.Client().MarkAllNotificationsReadAsync();

        var marked = gateway.Requests.Where(request => request.Method == "PUT")
            .Select(request => Engine.SystemTextJson.Read<IReadOnlyList<string>>(request.Text).ToList()).ToList();
        marked.Should().OnlyContain(ids => ids.Count <= 100).And.HaveCount(2);
        marked.SelectMany(ids => ids).Should().BeEquivalentTo(Enumerable.Range(0, 230).Where(IsUnread).Select(Id));
    }

    [Fact]
    public async Task Nothing_is_marked_when_nothing_is_unread()
    {
        var gateway = new FakeGateway();

        var result = await gateway.Client().MarkAllNotificationsReadAsync();

        result.Success.Should().BeTrue();
        gateway.Requests.Should().OnlyContain(request => request.Method == "GET");
    }

    private static bool IsUnread(int index) => index % 2 == 0;

    private static string Id(int index) => "not_" + index;

    private static string Page(SentRequest request, int count)
    {
        var query = request.Query.ToDictionary(
            parameter => parameter.Name, parameter => int.Parse(parameter.Value, System.Globalization.CultureInfo.InvariantCulture));
        var skip = query.GetValueOrDefault("skip");
        var shown = Enumerable.Range(skip, Math.Max(0, Math.Min(query["limit"], count - skip)));
        var items = shown.Select(index => $$"""{"id":"{{Id(index)}}","is_read":{{(IsUnread(index) ? "false" : "true")}}}""");
        return $$"""{"data":[{{string.Join(',', items)}}],"count":{{count}},"has_more":{{(skip + query["limit"] < count ? "true" : "false")}}}""";
    }
}
