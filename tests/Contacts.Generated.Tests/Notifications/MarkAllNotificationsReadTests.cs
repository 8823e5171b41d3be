using System.Text.Json;

namespace Contacts.Generated.Tests;

public class MarkAllNotificationsReadTests
{
    private readonly NotificationFeed _feed = new();

    private IEnumerable<SentRequest> Writes => _feed.Gateway.Requests.Where(sent => sent.Method != "GET");

    [Fact]
    public async Task Only_the_unread_are_marked_in_groups_of_100()
    {
        for (var number = 1; number <= 430; number++)
        {
            _feed.Add("n" + number, number, isRead: number % 2 == 0);
        }

        (await Client().MarkAllNotificationsReadAsync()).Success.Should().BeTrue();

        Writes.Should().OnlyContain(sent => sent.Method == "PUT" && sent.Path == "notifications/read");
        var groups = Writes.Select(sent => JsonSerializer.Deserialize<string[]>(sent.Text)!).ToList();
        groups.Select(group => group.Length).Should().Equal(100, 100, 15);
        groups.SelectMany(group => group).Should().BeEquivalentTo(Enumerable.Range(0, 215).Select(index => "n" + (2 * index + 1)));
    }

    [Fact]
    public async Task When_none_is_unread_only_the_list_is_read()
    {
        _feed.Add("n1", 1, isRead: true);

        (await Client().MarkAllNotificationsReadAsync()).Success.Should().BeTrue();

        _feed.Gateway.Requests.Should().ContainSingle().Which.Method.Should().Be("GET");
    }

    [Fact]
    public async Task One_without_an_id_does_not_keep_the_others_from_being_marked()
    {
        _feed.Add("n1", 1).Add("", 2);

        await Client().MarkAllNotificationsReadAsync();

        Writes.Should().ContainSingle().Which.Text.Should().Be("""["n1"]""");
    }

    [Fact]
    public async Task In_the_vendor_SDKs_form_it_is_one_PUT_without_a_body()
    {
        _feed.Add("n1", 1);

        (await Client(ContactsDialect.VendorSdk).MarkAllNotificationsReadAsync()).Success.Should().BeTrue();

        var sent = _feed.Gateway.Requests.Should().ContainSingle().Which;
        (sent.Method, sent.Path, sent.Text).Should().Be(("PUT", "notifications/read", ""));
        sent.Headers.Should().NotContainKey("content-type");
    }

    [Theory]
    [InlineData(ContactsDialect.WebApp)]
    [InlineData(ContactsDialect.VendorSdk)]
    public async Task Its_failure_surfaces(ContactsDialect dialect)
    {
        _feed.Add("n1", 1);
        var list = _feed.Gateway.Otherwise;
        _feed.Gateway.Otherwise = sent => sent.Method == "GET" ? list(sent) : FakeGateway.Answer(403);

        await Client(dialect).Invoking(c => c.MarkAllNotificationsReadAsync()).Should().ThrowAsync<ContactsPermissionException>();
    }

    [Fact]
    public async Task A_group_that_was_not_marked_is_not_hidden_by_one_that_was()
    {
        for (var number = 1; number <= 150; number++)
        {
            _feed.Add("n" + number, number);
        }

        var (list, groups) = (_feed.Gateway.Otherwise, 0);
        _feed.Gateway.Otherwise = sent => sent.Method == "GET" ? list(sent) : FakeGateway.Answer(200, ++groups == 1 ? """{"success":false}""" : """{"success":true}""");

        (await Client().MarkAllNotificationsReadAsync()).Success.Should().BeFalse();

        groups.Should().Be(2, "the other groups are marked all the same");
    }

    [Fact]
    public async Task Cancelling_between_groups_ends_it()
    {
        using var cancel = new CancellationTokenSource();
        for (var number = 1; number <= 250; number++)
        {
            _feed.Add("n" + number, number);
        }

        var answer = _feed.Gateway.Otherwise;
        _feed.Gateway.Otherwise = sent =>
        {
            if (sent.Method == "PUT")
            {
                cancel.Cancel();
            }

            return answer(sent);
        };

        (await Client().Invoking(c => c.MarkAllNotificationsReadAsync(cancel.Token)).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(cancel.Token);
        Writes.Should().ContainSingle();
    }

    private ContactsClient Client(ContactsDialect dialect = ContactsDialect.WebApp) =>
        TestClients.To(_feed.Gateway, options => options.Dialect = dialect);
}
