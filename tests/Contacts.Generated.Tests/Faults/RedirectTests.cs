using Microsoft.Extensions.DependencyInjection;

namespace Contacts.Generated.Tests;

public sealed class RedirectTests : IClassFixture<RedirectTests.TwoServers>
{
    private readonly TwoServers _servers;

    public RedirectTests(TwoServers servers) => _servers = servers;

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_client_of_our_own_follows_no_redirect(int status)
    {
        var client = new ContactsClient(Options()).WithOptions(Redirect(status));

        (await client.Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsApiException>())
            .Which.Status.Should().Be(status);
    }

    [Fact]
    public async Task An_injected_client_that_follows_one_to_another_host_is_an_error_that_names_the_switch()
    {
        using var http = new HttpClient();
        var client = new ContactsClient(Options(), http).WithOptions(Redirect(302));

        (await client.Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsInvalidResponseException>())
            .Which.Message.Should().Contain("AllowAutoRedirect");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_that_sends_elsewhere_is_no_redirect_where_none_is_followed(bool putsBack)
    {
        using var http = new HttpClient(
            new RoutingHandler(_servers.Second.Address, putsBack) { InnerHandler = new HttpClientHandler { AllowAutoRedirect = false } });
        await new ContactsClient(Options(), http).GetAsync("con_1");

        using var sockets = new HttpClient(
            new RoutingHandler(_servers.Second.Address, putsBack) { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false } });
        await new ContactsClient(Options(), sockets).GetAsync("con_1");
    }

    [Fact]
    public async Task Where_a_redirect_cannot_be_told_from_a_handlers_route_the_message_names_both()
    {
        using var http = new HttpClient(new RoutingHandler(_servers.Second.Address) { InnerHandler = new SocketsHttpHandler() });

        (await new ContactsClient(Options(), http)
            .Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsInvalidResponseException>())
            .Which.Message.Should().Contain("Another host answered").And.Contain("If a handler of yours sends there on purpose");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public async Task A_registered_client_tells_them_apart_whatever_its_handlers_do(bool putsBack, bool mayRedirect)
    {
        var services = new ServiceCollection();
        services.AddContactsClient(Use)
            .AddHttpMessageHandler(() => new RoutingHandler(_servers.First.Address, putsBack))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = mayRedirect });
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ContactsClient>();

        await client.GetAsync("con_1");

        var redirected = client.WithOptions(Redirect(307)).Awaiting(static it => it.GetAsync("con_1"));
        if (mayRedirect)
        {
            await redirected.Should().ThrowAsync<ContactsInvalidResponseException>();
        }
        else
        {
            (await redirected.Should().ThrowAsync<ContactsApiException>()).Which.Status.Should().Be(307);
        }
    }

    [Fact]
    public async Task A_registered_client_without_handlers_sees_a_redirect_too()
    {
        var services = new ServiceCollection();
        services.AddContactsClient(
            options => (options.GatewayUrl, options.ApiKey, options.MaxRetries) = (_servers.First.Address, "api_test", 0))
            .ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler());
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ContactsClient>().WithOptions(Redirect(302)).Awaiting(static it => it.GetAsync("con_1"))
            .Should().ThrowAsync<ContactsInvalidResponseException>();
    }

    [Theory]
    [InlineData("https+http://contacts-gateway")]
    [InlineData("http+https://contacts-gateway/api")]
    public async Task A_name_of_service_discovery_is_resolved_by_the_applications_handlers(string gateway)
    {
        var services = new ServiceCollection();
        services.AddContactsClient(options => (options.GatewayUrl, options.ApiKey, options.MaxRetries) = (new Uri(gateway), "api_test", 0))
            .AddHttpMessageHandler(() => new RoutingHandler(_servers.First.Address, putsBack: true) { WithoutPath = "/api" });
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ContactsClient>().GetAsync("con_1");
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts/con_1");
        using var response = await provider.GetRequiredService<ContactsClient>().SendAsync(request);

        response.IsSuccessStatusCode.Should().BeTrue();
    }

    private static void Use(ContactsClientOptions options) =>
        (options.GatewayUrl, options.ApiKey, options.MaxRetries) = (new Uri("http://gateway.test"), "api_test", 0);

    private ContactsClientOptions Options() => new() { GatewayUrl = _servers.First.Address, ApiKey = "api_test", MaxRetries = 0 };

    private ContactsRequestOptions Redirect(int status) =>
        new() { Headers = { [FaultServer.RedirectHeader] = $"{status} {_servers.Second.Address}channel-service/v1/contacts/con_1" } };

    public sealed class TwoServers : IAsyncLifetime
    {
        public FaultServer First { get; } = new();

        public FaultServer Second { get; } = new();

        public Task InitializeAsync() => Task.WhenAll(First.InitializeAsync(), Second.InitializeAsync());

        public Task DisposeAsync() => Task.WhenAll(First.DisposeAsync(), Second.DisposeAsync());
    }
}
