using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Contacts.Generated.Tests;

public class HandlerTests
{
    private readonly ServiceCollection _services = new();
    private readonly FakeGateway _gateway = new();

    public static TheoryData<Exception, Type> ForeignFaults => new()
    {
        { new InvalidOperationException("a handler's fault"), typeof(ContactsConnectionException) },
        { new HttpRequestException("no such host"), typeof(ContactsConnectionException) },
        { new IOException("reset"), typeof(ContactsConnectionException) },
        { new Polly.CircuitBreaker.BrokenCircuitException("open"), typeof(ContactsConnectionException) },
        { new TimeoutException("slow"), typeof(ContactsTimeoutException) },
        { new TaskCanceledException("slow"), typeof(ContactsTimeoutException) },
        { new Polly.Timeout.TimeoutRejectedException("slow", TimeSpan.FromSeconds(5)), typeof(ContactsTimeoutException) },
    };

    [Fact]
    public async Task A_users_handler_runs_once_per_attempt_after_the_credential()
    {
        var seen = new List<string?>();
        var client = Build(_services.AddContactsClient(Registrations.Good).AddHttpMessageHandler(() => new Spy(request =>
            seen.Add(request.Headers.GetValues("x-api-key").Single() + " " + request.Headers.GetValues("x-request-id").Single()))));
        _gateway.Then(503).Then(503);
        var response = await client.WithResponse.GetAsync("c1");

        response.Attempts.Should().HaveCount(3);
        seen.Should().HaveCount(3).And.OnlyContain(text => text == "key-1 " + response.RequestId);
    }

    [Theory]
    [MemberData(nameof(ForeignFaults))]
    public async Task What_a_handler_throws_comes_as_ours(Exception fault, Type expected)
    {
        var client = Build(_services.AddContactsClient(options =>
        {
            Registrations.Good(options);
            options.MaxRetries = 1;
        }).AddHttpMessageHandler(() => new Spy(_ => throw fault)));

        var error = (await client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsException>()).Which;

        error.Should().BeOfType(expected);
        error.InnerException.Should().BeSameAs(fault);
        error.Attempts.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_factory_is_asked_for_each_request_so_that_handlers_rotate()
    {
        var factory = new CountingFactory(_gateway);
        _services.AddContactsClient(Registrations.Good);
        _services.Replace(ServiceDescriptor.Singleton<IHttpClientFactory>(factory));
        await using var provider = _services.BuildServiceProvider();
        var client = provider.GetRequiredService<ContactsClient>();
        factory.Names.Should().BeEmpty();
        for (var call = 0; call < 3; call++)
        {
            await client.GetAsync("c1");
        }

        factory.Names.Should().Equal("Contacts.Generated", "Contacts.Generated", "Contacts.Generated");
    }

    [Fact]
    public async Task Handlers_are_renewed_when_their_lifetime_is_over()
    {
        // A factory that gives another handler each time is what the stock one does after the lifetime.
        var gateways = new Queue<FakeGateway>([new FakeGateway(), new FakeGateway()]);
        var both = gateways.ToArray();
        _services.AddContactsClient(Registrations.Good);
        _services.Replace(ServiceDescriptor.Singleton<IHttpClientFactory>(new CountingFactory(() => gateways.Dequeue())));
        await using var provider = _services.BuildServiceProvider();
        var client = provider.GetRequiredService<ContactsClient>();
        await client.GetAsync("c1");
        await client.GetAsync("c2");

        both.Should().OnlyContain(gateway => gateway.Requests.Count == 1);
    }

    [Fact]
    public async Task The_limits_are_the_SDKs_alone()
    {
        _services.ConfigureHttpClientDefaults(builder => builder.ConfigureHttpClient(http => http.Timeout = TimeSpan.FromMilliseconds(1)));
        var registration = _services.AddContactsClient(Registrations.Good);
        await using var provider = _services.BuildServiceProvider();

        provider.GetRequiredService<IHttpClientFactory>().CreateClient(registration.Name).Timeout.Should().Be(Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        var registration = _services.AddContactsClient(Registrations.Good);
        await using var provider = _services.BuildServiceProvider();
        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(registration.Name);
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

#if NETSTANDARD_BUILD
        handler.Should().BeOfType<HttpClientHandler>()
            .Which.Should().Match<HttpClientHandler>(sockets => !sockets.AllowAutoRedirect && !sockets.UseCookies);
#else
        handler.Should().BeOfType<SocketsHttpHandler>()
            .Which.Should().Match<SocketsHttpHandler>(sockets => !sockets.AllowAutoRedirect && !sockets.UseCookies);
#endif
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_handler_goes_through_a_proxy_unless_it_is_for_a_emulator(bool useProxy)
    {
        using var handler = PrimaryHandler.Create(useProxy);

#if NETSTANDARD_BUILD
        ((HttpClientHandler)handler).UseProxy.Should().Be(useProxy);
#else
        ((SocketsHttpHandler)handler).UseProxy.Should().Be(useProxy);
#endif
    }

    private ContactsClient Build(IHttpClientBuilder builder)
    {
        builder.To(_gateway);
        return _services.BuildServiceProvider().GetRequiredService<ContactsClient>();
    }

    private sealed class Spy(Action<HttpRequestMessage> see) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            see(request);
            return base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class CountingFactory(Func<FakeGateway> next) : IHttpClientFactory
    {
        public CountingFactory(FakeGateway gateway)
            : this(() => gateway)
        {
        }

        public List<string> Names { get; } = [];

        public HttpClient CreateClient(string name)
        {
            Names.Add(name);
            return new HttpClient(next().CreateHandler());
        }
    }
}
