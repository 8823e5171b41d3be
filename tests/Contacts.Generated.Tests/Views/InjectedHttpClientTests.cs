namespace Contacts.Generated.Tests;

public class InjectedHttpClientTests
{
    private readonly FakeGateway _gateway = new();

    [Fact]
    public async Task An_injected_client_is_neither_changed_nor_disposed()
    {
        using var http = new HttpClient(_gateway.CreateHandler())
        { BaseAddress = new Uri("http://elsewhere.test/"), Timeout = TimeSpan.FromSeconds(77), MaxResponseContentBufferSize = 12345 };
        http.DefaultRequestHeaders.Add("X-Of-Host", "1");
        var client = new ContactsClient(TestClients.Options(), http);
        await client.GetAsync("c1");
        await client.WithOptions(new ContactsRequestOptions { Headers = { ["X-Tenant"] = "t" } }).ListAsync();
        _gateway.Then(500).Then(500).Then(500);
        await client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsServerException>();

        http.BaseAddress.Should().Be(new Uri("http://elsewhere.test/"));
        http.Timeout.Should().Be(TimeSpan.FromSeconds(77));
        http.MaxResponseContentBufferSize.Should().Be(12345);
        http.DefaultRequestHeaders.Select(header => header.Key).Should().Equal("X-Of-Host");
        _gateway.WasDisposed.Should().BeFalse();
        _gateway.Requests.Should().OnlyContain(sent => sent.Address.Host == "gateway.test" && sent.Header("x-of-host") == "1");
    }

    [Fact]
    public async Task Its_own_limit_comes_as_ours()
    {
        _gateway.ThenThrow(
            () => new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout", new TimeoutException()));

        await TestClients.To(_gateway, options => options.MaxRetries = 0)
            .Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsTimeoutException>();
    }

    [Fact]
    public async Task A_cancellation_that_comes_as_another_fault_stays_a_cancellation()
    {
        using var cancel = new CancellationTokenSource();
        _gateway.Then(async (_, _) =>
        {
            await cancel.CancelAsync();
            throw new IOException("The connection was torn down.");
        });

        (await TestClients.To(_gateway).Invoking(c => c.GetAsync("c1", cancel.Token)).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(cancel.Token);
    }

    [Fact]
    public void A_client_is_needed() =>
        FluentActions.Invoking(() => new ContactsClient(TestClients.Options(), (HttpClient)null!))
            .Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("httpClient");
}
