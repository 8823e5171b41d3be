using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Contacts.Generated.Tests;

public class InheritedResilienceTests
{
    private readonly ServiceCollection _services = new();
    private readonly FakeGateway _gateway = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_standard_handler_for_all_clients_does_not_multiply_the_requests(bool isAddedBefore)
    {
        if (isAddedBefore)
        {
            AddToAll();
        }

        _services.AddContactsClient(Registrations.Good).To(_gateway);
        if (!isAddedBefore)
        {
            AddToAll();
        }

        await using var provider = _services.BuildServiceProvider();
        var client = provider.GetRequiredService<ContactsClient>();
        await client.GetAsync("c1");
        _gateway.Requests.Should().HaveCount(1);

        _gateway.Otherwise = _ => FakeGateway.Answer(503);
        await client.Invoking(c => c.GetAsync("c1")).Should().ThrowAsync<ContactsServerException>();
        _gateway.Requests.Should().HaveCount(1 + 3);

        await client.Invoking(c => c.UploadAvatarAsync(UploadContent.FromBytes(new byte[4], "a.png")))
            .Should().ThrowAsync<ContactsServerException>();
        _gateway.Requests.Should().HaveCount(1 + 3 + 1);
    }

    [Fact]
    public async Task Other_clients_keep_theirs()
    {
        AddToAll();
        _services.AddContactsClient(Registrations.Good);
        _services.AddHttpClient("other").To(_gateway);
        await using var provider = _services.BuildServiceProvider();
        _gateway.Then(503);
        using var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("other");
        using var response = await http.GetAsync(new Uri("http://gateway.test/v1/x"));

        _gateway.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_is_added_on_purpose_stays(bool isRegisteredAgain)
    {
        AddToAll();
        _services.AddContactsClient(options =>
        {
            Registrations.Good(options);
            options.MaxRetries = 0;
        }).To(_gateway).AddStandardResilienceHandler(Fast);
        if (isRegisteredAgain)
        {
            _services.AddContactsClient(options => options.OrganizationId = "org_1");
        }

        await using var provider = _services.BuildServiceProvider();
        _gateway.Then(503);
        await provider.GetRequiredService<ContactsClient>().GetAsync("c1");

        _gateway.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Other_handlers_for_all_clients_stay()
    {
        var seen = 0;
        _services.ConfigureHttpClientDefaults(builder => builder.AddHttpMessageHandler(() => new Counting(() => seen++)));
        AddToAll();
        _services.AddContactsClient(Registrations.Good).To(_gateway);
        await using var provider = _services.BuildServiceProvider();
        await provider.GetRequiredService<ContactsClient>().GetAsync("c1");

        seen.Should().Be(1);
    }

    private static void Fast(HttpStandardResilienceOptions options)
    {
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.UseJitter = false;
    }

    private void AddToAll() => _services.ConfigureHttpClientDefaults(builder => builder.AddStandardResilienceHandler(Fast));

    private sealed class Counting(Action count) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            count();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
