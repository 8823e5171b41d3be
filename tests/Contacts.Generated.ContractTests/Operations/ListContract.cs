namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.List)]
public class ListContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override async Task<object?> CallAsync(ContactsClient client) => await client.ListAsync();

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("nothing optional", "GET /contacts", CallAsync),
        new("every parameter", "GET /contacts?limit=50&skip=100&sort=-created_at", async client =>
            await client.ListAsync(new ContactsListOptions { Limit = 50, Skip = 100, Sort = "-created_at" })),
        new("an access token", "GET /contacts", CallAsync)
        {
            Configure = options => options.AccessToken = "acc_test",
            Headers = new Dictionary<string, string> { ["x-access-token"] = "acc_test" },
        },
        new("a bearer token", "GET /contacts", CallAsync)
        {
            Configure = options => (options.BearerToken, options.OrganizationId) = ("jwt", "org_test"),
            Headers = new Dictionary<string, string> { ["Authorization"] = "Bearer jwt", ["x-organization-id"] = "org_test" },
        },
    ];

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        .. BadInput.Page((client, limit, skip) => client.ListAsync(new ContactsListOptions { Limit = limit, Skip = skip })),
        new("a blank sort", "options", "*Sort*", client => client.ListAsync(new ContactsListOptions { Sort = " " })),
    ];

    [Fact]
    public async Task The_whole_page_is_what_the_emulator_holds()
    {
        var page = await Client.ListAsync(new ContactsListOptions { Skip = 5, Limit = 15 });

        page.Data.Should().BeEquivalentTo(Emulator.Contacts.Skip(5).Take(15), options => options.WithStrictOrdering());
        page.Should().BeEquivalentTo(new { ObjectName = "list", Total = 25, HasMore = true });
        page.AdditionalProperties.Should().BeEmpty();
    }

    [Fact]
    public async Task The_order_is_the_one_asked_for()
    {
        var page = await Client.ListAsync(new ContactsListOptions { Sort = "-created_at", Limit = 25 });

        page.Data.Select(contact => contact.Id)
            .Should().Equal(Emulator.Contacts.OrderByDescending(contact => contact.CreatedAt).Select(contact => contact.Id));
        page.Data.Should().HaveCount(25);
    }

    [Fact]
    public async Task The_view_with_details_has_the_status_the_request_id_and_the_headers()
    {
        var response = await Client.WithResponse.ListAsync();

        response.Value.Data.Should().HaveCount(10);
        response.Status.Should().Be(200);
        response.RequestId.Should().Be(Fixture.Recorder.Exchanges[^1].RequestHeaders["x-request-id"]);
        response.Headers["content-type"].Should().StartWith("application/json");
        response.Attempts.Should().ContainSingle().Which.Status.Should().Be(200);
    }
}
