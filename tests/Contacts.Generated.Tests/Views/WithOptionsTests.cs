using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

public class WithOptionsTests
{
    private readonly FakeGateway _gateway = new();
    private readonly FakeTimeProvider _time = new();

    private ContactsClient Client =>
        field ??= TestClients.To(_gateway, options => (options.OrganizationId, options.TimeProvider) = ("org_1", _time));

    private SentRequest Last => _gateway.Requests[^1];

    [Fact]
    public async Task A_request_id_of_ones_own_is_sent()
    {
        await Client.WithOptions(new ContactsRequestOptions { RequestId = "order 17/a" }).GetAsync("c1");

        Last.Header("x-request-id").Should().Be("order 17/a");
    }

    [Fact]
    public async Task Another_organization_is_sent()
    {
        await Client.WithOptions(new ContactsRequestOptions { OrganizationId = "org_2" }).GetAsync("c1");

        Last.Header("x-organization-id").Should().Be("org_2");
    }

    [Fact]
    public async Task Further_headers_are_sent_once()
    {
        await Client.WithOptions(
            new ContactsRequestOptions { Headers = { ["X-Tenant"] = "t1", ["Accept-Language"] = "de", ["X-Empty"] = "" } }).GetAsync("c1");

        Last.Header("x-tenant").Should().Be("t1");
        Last.Header("accept-language").Should().Be("de");
        Last.Headers.Should().ContainKey("X-Empty");
    }

    [Fact]
    public async Task A_product_of_ones_own_stands_before_this_ones()
    {
        await Client.WithOptions(new ContactsRequestOptions { Headers = { ["User-Agent"] = "Shop/2.1" } }).GetAsync("c1");

        Last.Header("user-agent").Should().MatchRegex("^Shop/2.1 Contacts.Generated/");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 5)]
    public async Task The_number_of_retries_changes(int retries, int sent)
    {
        _gateway.Otherwise = _ => FakeGateway.Answer(503);

        await Client.WithOptions(new ContactsRequestOptions { MaxRetries = retries })
            .Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsServerException>();
        _gateway.Requests.Should().HaveCount(sent);
    }

    [Fact]
    public async Task The_attempts_limit_changes()
    {
        var error = await TimeOutAsync(
            new ContactsRequestOptions { AttemptTimeout = TimeSpan.FromSeconds(3), MaxRetries = 0 }, TimeSpan.FromSeconds(3));

        error.Timeout.Should().Be(TimeSpan.FromSeconds(3));
        error.Message.Should().Contain("AttemptTimeout");
    }

    [Fact]
    public async Task The_calls_limit_changes()
    {
        var error = await TimeOutAsync(new ContactsRequestOptions { Timeout = TimeSpan.FromSeconds(2) }, TimeSpan.FromSeconds(2));

        error.Timeout.Should().Be(TimeSpan.FromSeconds(2));
        error.Message.Should().Contain("retries and waits included");
    }

    [Fact]
    public async Task A_later_change_of_the_options_object_has_no_effect()
    {
        var options = new ContactsRequestOptions { RequestId = "one", Headers = { ["X-Tenant"] = "t1" } };
        var view = Client.WithOptions(options);
        (options.RequestId, options.OrganizationId, options.MaxRetries) = ("two", "org_9", 0);
        options.Headers["X-Tenant"] = "t2";
        options.Headers["X-Other"] = "o";
        await view.GetAsync("c1");

        Last.Header("x-request-id").Should().Be("one");
        Last.Header("x-tenant").Should().Be("t1");
        Last.Header("x-other").Should().BeNull();
        Last.Header("x-organization-id").Should().Be("org_1");
    }

    [Fact]
    public async Task A_later_change_of_the_clients_options_has_no_effect()
    {
        var options = TestClients.Options();
        var client = new ContactsClient(options, new HttpClient(_gateway.CreateHandler()));
        (options.ApiKey, options.GatewayUrl, options.MaxRetries) = ("other", new Uri("http://other.test"), 7);
        await client.GetAsync("c1");

        Last.Header("x-api-key").Should().Be("key-1");
        Last.Address.Host.Should().Be("gateway.test");
    }

    [Fact]
    public async Task Views_stack_and_leave_their_origin_as_it_was()
    {
        var first = Client.WithOptions(new ContactsRequestOptions { OrganizationId = "org_2", Headers = { ["X-A"] = "1", ["X-B"] = "1" } });
        var second = first.WithOptions(new ContactsRequestOptions { RequestId = "r2", Headers = { ["x-b"] = "2" } });

        await second.GetAsync("c1");
        Last.Should().Match<SentRequest>(sent => sent.Header("x-a") == "1" && sent.Header("x-b") == "2"
            && sent.Header("x-organization-id") == "org_2" && sent.Header("x-request-id") == "r2");
        await first.GetAsync("c1");
        Last.Should().Match<SentRequest>(sent => sent.Header("x-b") == "1" && sent.Header("x-request-id") != "r2");
        await Client.GetAsync("c1");
        Last.Should().Match<SentRequest>(sent => sent.Header("x-a") == null && sent.Header("x-organization-id") == "org_1");
    }

    [Fact]
    public async Task A_view_holds_for_every_member()
    {
        var view = Client.WithOptions(new ContactsRequestOptions { Headers = { ["X-Tenant"] = "t1" } });
        await view.ListAsync();
        await view.ListAllAsync().ToListAsync();
        await view.SetAvatarAsync("c1", UploadContent.FromBytes(new byte[4], "a.png"));
        await view.MarkAllNotificationsReadAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts");
        using var response = await view.SendAsync(request);

        _gateway.Requests.Should().HaveCountGreaterThan(5).And.OnlyContain(sent => sent.Header("x-tenant") == "t1");
    }

    [Fact]
    public async Task A_request_of_ones_own_says_its_headers_best()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts") { Headers = { { "X-Tenant", "mine" } } };
        using var response = await Client.WithOptions(new ContactsRequestOptions { Headers = { ["x-tenant"] = "views" } })
            .SendAsync(request);

        Last.Header("x-tenant").Should().Be("mine");
    }

    private async Task<ContactsTimeoutException> TimeOutAsync(ContactsRequestOptions options, TimeSpan limit)
    {
        var arrived = new TaskCompletionSource();
        _gateway.Then(async (_, token) =>
        {
            var ended = new TaskCompletionSource<HttpResponseMessage>();
            using var registration = token.Register(() => ended.SetCanceled(token));
            arrived.SetResult();
            return await ended.Task;
        });
        var call = Client.WithOptions(options).GetAsync("c1");
        await arrived.Task;
        call.IsCompleted.Should().BeFalse();
        _time.Advance(limit);
        return (await call.Invoking(task => task).Should().ThrowAsync<ContactsTimeoutException>()).Which;
    }
}
