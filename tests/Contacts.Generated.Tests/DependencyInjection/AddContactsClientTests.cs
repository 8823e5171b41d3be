using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Contacts.Generated.Tests;

public class AddContactsClientTests
{
    private readonly ServiceCollection _services = new();
    private readonly FakeGateway _gateway = new();

    [Fact]
    public async Task The_three_ways_without_a_name_register_the_client()
    {
        foreach (var add in new Func<IServiceCollection, IHttpClientBuilder>[]
        {
            services => services.AddContactsClient(Registrations.GoodSection()),
            services => services.AddContactsClient(Registrations.Good),
            services => services.AddSingleton("key-1").AddContactsClient((provider, options) =>
                (options.GatewayUrl, options.ApiKey) = (TestClients.Gateway, provider.GetRequiredService<string>())),
        })
        {
            var services = new ServiceCollection();
            add(services).To(_gateway);
            await using var provider = services.BuildServiceProvider(validateScopes: true);
            await provider.GetRequiredService<ContactsClient>().GetAsync("c1");
            _gateway.Requests[^1].Header("x-api-key").Should().Be("key-1");
        }

        _gateway.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Keyed_clients_stand_beside_each_other_and_beside_the_default_one()
    {
        _services.AddContactsClient("de", Registrations.GoodSection(("OrganizationId", "org_de"))).To(_gateway);
        _services.AddContactsClient("fr", options =>
        {
            Registrations.Good(options);
            options.OrganizationId = "org_fr";
        }).To(_gateway);
        _services.AddSingleton("org_it").AddContactsClient("it", (provider, options) =>
        {
            Registrations.Good(options);
            options.OrganizationId = provider.GetRequiredService<string>();
        }).To(_gateway);
        _services.AddContactsClient(Registrations.Good).To(_gateway);
        await using var provider = _services.BuildServiceProvider();

        foreach (var name in new[] { "de", "fr", "it" })
        {
            await provider.GetRequiredKeyedService<ContactsClient>(name).GetAsync("c1");
        }

        await provider.GetRequiredService<ContactsClient>().GetAsync("c1");
        _gateway.Requests.Select(sent => sent.Header("x-organization-id")).Should().Equal("org_de", "org_fr", "org_it", null);
        provider.GetKeyedService<ContactsClient>("es").Should().BeNull();
    }

    [Fact]
    public async Task Keyed_clients_have_limiters_of_their_own_which_are_not_disposed_with_them()
    {
        using var german = new ManualLimiter();
        using var french = new ManualLimiter();
        foreach (var (name, limiter) in new[] { ("de", german), ("fr", french) })
        {
            _services.AddContactsClient(name, Registrations.GoodSection()).To(_gateway);
            _services.AddContactsClient(name, options => options.RateLimiter = limiter);
        }

        await using (var provider = _services.BuildServiceProvider())
        {
            await provider.GetRequiredKeyedService<ContactsClient>("de").GetAsync("c1");
        }

        german.Events.Should().Equal("granted", "returned");
        french.Events.Should().BeEmpty();
        german.IsDisposed.Should().BeFalse();
    }

    [Fact]
    public async Task A_keyed_client_alone_is_no_default_client()
    {
        _services.AddContactsClient("de", Registrations.Good);
        await using var provider = _services.BuildServiceProvider();

        provider.GetService<ContactsClient>().Should().BeNull();
        provider.GetRequiredKeyedService<ContactsClient>("de").Should().BeSameAs(provider.GetRequiredKeyedService<ContactsClient>("de"));
    }

    [Fact]
    public async Task The_client_is_a_singleton()
    {
        _services.AddContactsClient(Registrations.Good);
        await using var provider = _services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();

        scope.ServiceProvider.GetRequiredService<ContactsClient>().Should().BeSameAs(provider.GetRequiredService<ContactsClient>());
    }

    [Fact]
    public async Task Adding_twice_adds_to_the_options_and_to_the_handlers()
    {
        var calls = new List<string>();
        _services.AddContactsClient(Registrations.GoodSection()).AddHttpMessageHandler(() => new Noting(calls, "first"));
        _services.AddContactsClient(options => options.OrganizationId = "org_2")
            .AddHttpMessageHandler(() => new Noting(calls, "second")).To(_gateway);
        await using var provider = _services.BuildServiceProvider();
        await provider.GetRequiredService<ContactsClient>().GetAsync("c1");

        _services.Count(service => service.ServiceType == typeof(ContactsClient)).Should().Be(1);
        _gateway.Requests.Should().ContainSingle().Which.Header("x-organization-id").Should().Be("org_2");
        calls.Should().Equal("first", "second");
    }

    [Fact]
    public async Task A_stand_in_registered_before_stays()
    {
        _services.AddSingleton<ContactsClient>(new StandIn());
        _services.AddContactsClient(Registrations.Good);
        await using var provider = _services.BuildServiceProvider();

        provider.GetRequiredService<ContactsClient>().Should().BeOfType<StandIn>();
    }

    [Fact]
    public async Task The_hosts_logging_and_clock_are_used()
    {
        using var logs = new RecordedLogs();
        var time = new FakeTimeProvider();
        _services.AddSingleton<TimeProvider>(time).AddSingleton<ILoggerFactory>(logs);
        _services.AddContactsClient(Registrations.Good).To(_gateway);
        await using var provider = _services.BuildServiceProvider();
        _gateway.Then((_, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(3));
            return Task.FromResult(FakeGateway.Answer(200, """{"id":"c1"}"""));
        });

        var response = await provider.GetRequiredService<ContactsClient>().WithResponse.GetAsync("c1");

        response.Attempts[0].Duration.Should().Be(TimeSpan.FromSeconds(3));
        logs.Lines.Should().Contain(line => line.Category == "Contacts.Generated" && line.EventId == 1);
    }

    [Fact]
    public async Task What_the_options_name_goes_before_what_the_host_has()
    {
        using var hosts = new RecordedLogs();
        using var own = new RecordedLogs();
        var time = new FakeTimeProvider();
        _services.AddSingleton<TimeProvider>(new FakeTimeProvider()).AddSingleton<ILoggerFactory>(hosts);
        _services.AddContactsClient(options =>
        {
            Registrations.Good(options);
            (options.LoggerFactory, options.TimeProvider) = (own, time);
        }).To(_gateway);
        await using var provider = _services.BuildServiceProvider();
        _gateway.Then((_, _) =>
        {
            time.Advance(TimeSpan.FromSeconds(2));
            return Task.FromResult(FakeGateway.Answer(200, """{"id":"c1"}"""));
        });

        (await provider.GetRequiredService<ContactsClient>().WithResponse.GetAsync("c1"))
            .Attempts[0].Duration.Should().Be(TimeSpan.FromSeconds(2));
        own.Lines.Should().NotBeEmpty();
        hosts.Lines.Should().NotContain(line => line.Category == "Contacts.Generated");
    }

    [Fact]
    public async Task The_factorys_own_loggers_write_no_address()
    {
        using var logs = new RecordedLogs();
        _services.AddSingleton<ILoggerFactory>(logs);
        _services.AddContactsClient(Registrations.Good).To(_gateway);
        await using var provider = _services.BuildServiceProvider();
        await provider.GetRequiredService<ContactsClient>().GetAsync("con_marker");

        logs.Lines.Should().NotBeEmpty();
        logs.Lines.Should().NotContain(line => (line.Text + line.Values).Contains("con_marker"));
    }

    [Fact]
    public void Arguments_are_checked()
    {
        IServiceCollection none = null!;
        FluentActions.Invoking(() => none.AddContactsClient(Registrations.Good)).Should().Throw<ArgumentNullException>();
        _services.Invoking(services => services.AddContactsClient((IConfiguration)null!)).Should().Throw<ArgumentNullException>();
        _services.Invoking(services => services.AddContactsClient((Action<ContactsClientOptions>)null!))
            .Should().Throw<ArgumentNullException>();
        _services.Invoking(services => services.AddContactsClient((Action<IServiceProvider, ContactsClientOptions>)null!))
            .Should().Throw<ArgumentNullException>();
        foreach (var name in new[] { null, "", " " })
        {
            _services.Invoking(services => services.AddContactsClient(name!, Registrations.Good))
                .Should().Throw<ArgumentException>().Which.ParamName.Should().Be("name");
        }
    }

    private sealed class StandIn : ContactsClient;

    private sealed class Noting(List<string> calls, string name) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            calls.Add(name);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
