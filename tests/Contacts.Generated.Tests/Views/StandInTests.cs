using System.Reflection;

namespace Contacts.Generated.Tests;

public class StandInTests
{
    [Fact]
    public async Task A_stand_in_answers_what_it_overrides()
    {
        ContactsClient client = new StandInClient();

        (await client.GetAsync("c5")).Id.Should().Be("c5");
        (await client.ListAllAsync().ToListAsync()).Select(contact => contact.Id).Should().Equal("c1", "c2");
        var response = await client.WithResponse.GetAsync("c6");
        response.Value.Id.Should().Be("c6");
        response.RequestId.Should().Be("r-1");
        response.Headers.Should().BeEmpty();
        response.Attempts.Should().BeEmpty();
    }

    [Fact]
    public void A_stand_in_answers_itself_for_a_view()
    {
        var client = new StandInClient();

        client.WithOptions(new ContactsRequestOptions { MaxRetries = 0 }).Should().BeSameAs(client);
    }

    [Fact]
    public async Task What_is_not_overridden_says_so()
    {
        var client = new StandInClient();
        var calls = new Func<Task>[]
        {
            () => client.UpdateAsync("c1", new UpdateContactInput { Name = "n" }),
            () => client.MarkAllNotificationsReadAsync(),
            () => client.SearchAllAsync("q").ToListAsync(),
            () => client.WatchNotificationsAsync().ToListAsync(),
            () => client.WithResponse.ListAsync(),
            async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "contacts");
                await client.SendAsync(request);
            },
        };

        foreach (var call in calls)
        {
            (await call.Should().ThrowAsync<InvalidOperationException>()).WithMessage("*test double*Override*");
        }
    }

    [Fact]
    public async Task The_SDKs_own_steps_go_through_what_a_stand_in_overrides()
    {
        var client = new StandInClient();

        (await client.SetAvatarAsync("c1", UploadContent.FromBytes(new byte[4], "a.png"))
            .Invoking(task => task).Should().ThrowAsync<ContactsAvatarNotSetException>())
            .Which.GetUploadedUrl().Should().Be("https://files.test/stand-in.png");
    }

    [Fact]
    public async Task A_derived_client_keeps_its_overrides_in_its_views()
    {
        var gateway = new FakeGateway();
        var client = new CountingClient(TestClients.Options(), new HttpClient(gateway.CreateHandler()));
        var view = client.WithOptions(new ContactsRequestOptions { RequestId = "r-7" });
        await view.GetAsync("c1");
        await client.GetAsync("c1");

        client.Calls.Should().HaveCount(2);
        gateway.Requests.Count(sent => sent.Header("x-request-id") == "r-7").Should().Be(1);
    }

    [Theory]
    [InlineData(typeof(ContactsClient))]
    [InlineData(typeof(ContactsClientWithResponse))]
    public void Every_public_member_but_WithOptions_can_be_overridden(Type type)
    {
        var members = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => method.Name != "WithOptions").ToList();

        members.Should().HaveCountGreaterThan(13).And.OnlyContain(method => method.IsVirtual && !method.IsFinal);
        type.GetConstructors(BindingFlags.NonPublic | BindingFlags.Instance)
            .Should().Contain(constructor => constructor.IsFamily && constructor.GetParameters().Length == 0);
    }

    private sealed class StandInClient : ContactsClient
    {
        public override ContactsClientWithResponse WithResponse { get; } = new StandInView();

        public override Task<Contact> GetAsync(string contactId, CancellationToken cancellationToken = default) =>
            Task.FromResult(new Contact { Id = contactId });

        public override Task<UploadResult> UploadAvatarAsync(
            UploadContent file, IProgress<TransferProgress>? progress = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new UploadResult { Url = "https://files.test/stand-in.png" });

        public override ContactsPageable<Contact> ListAllAsync(
            ContactsListOptions? options = null, ContactsPagingOptions? paging = null, CancellationToken cancellationToken = default) =>
            ContactsPageable<Contact>.FromPages(
                new ContactsPage<Contact>([new Contact { Id = "c1" }]), new ContactsPage<Contact>([new Contact { Id = "c2" }]));
    }

    private sealed class StandInView : ContactsClientWithResponse
    {
        public override Task<ContactsResponse<Contact>> GetAsync(string contactId, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ContactsResponse<Contact>(new Contact { Id = contactId }, 200, "r-1"));
    }

    private sealed class CountingClient(ContactsClientOptions options, HttpClient httpClient) : ContactsClient(options, httpClient)
    {
        public List<string> Calls { get; } = [];

        public override Task<Contact> GetAsync(string contactId, CancellationToken cancellationToken = default)
        {
            Calls.Add(contactId);
            return base.GetAsync(contactId, cancellationToken);
        }
    }
}
