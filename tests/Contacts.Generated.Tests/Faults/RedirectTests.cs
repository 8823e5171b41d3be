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

        (await client.Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsApiException>()).Which.Status.Should().Be(status);
    }

    [Fact]
    public async Task An_injected_client_that_follows_one_to_another_host_is_an_error_that_names_the_switch()
    {
        using var http = new HttpClient();
        var client = new ContactsClient(Options(), http).WithOptions(Redirect(302));

        (await client.Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsInvalidResponseException>())
            .Which.Message.Should().Contain("AllowAutoRedirect");
    }

    private ContactsClientOptions Options() => new() { GatewayUrl = _servers.First.Address, ApiKey = "api_test", MaxRetries = 0 };

    private ContactsRequestOptions Redirect(int status) => new() { Headers = { [FaultServer.RedirectHeader] = $"{status} {_servers.Second.Address}channel-service/v1/contacts/con_1" } };

    public sealed class TwoServers : IAsyncLifetime
    {
        public FaultServer First { get; } = new();

        public FaultServer Second { get; } = new();

        public Task InitializeAsync() => Task.WhenAll(First.InitializeAsync(), Second.InitializeAsync());

        public Task DisposeAsync() => Task.WhenAll(First.DisposeAsync(), Second.DisposeAsync());
    }
}
