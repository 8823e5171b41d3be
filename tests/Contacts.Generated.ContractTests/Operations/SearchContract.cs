namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.Search)]
public class SearchContract(ContractFixture fixture) : OperationContract(fixture)
{
    private static readonly ContactsSearchOptions _all = new() { Limit = 50, Skip = 100, Sort = "-created_at", Type = "text" };

    internal override async Task<object?> CallAsync(ContactsClient client) => await client.SearchAsync("person@example.com");

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("nothing optional", "GET /contacts/_search?q=person%40example.com&type=text", CallAsync),
        new("every parameter", "GET /contacts/_search?q=Test%20%26%20%C3%84%2B1&limit=50&skip=100&sort=-created_at&type=text",
            async client => await client.SearchAsync("Test & Ä+1", _all)),
        new("another type", "GET /contacts/_search?q=a&type=web", async client =>
            await client.SearchAsync("a", new ContactsSearchOptions { Type = "web" })),
    ];

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        .. BadInput.Page((client, limit, skip) => client.SearchAsync("a", new ContactsSearchOptions { Limit = limit, Skip = skip })),
        new("null as the query", "query", "*value is required*", client => client.SearchAsync(null!)),
        new("an empty query", "query", "*empty*Pass a string*", client => client.SearchAsync("")),
        new("a blank type", "options", "*Type*", client => client.SearchAsync("a", new ContactsSearchOptions { Type = "" })),
    ];

    [Fact]
    public async Task The_whole_page_is_what_the_emulator_finds()
    {
        Emulator.Contacts[3].Email = "person@example.com";

        var page = await Client.SearchAsync("person@example.com");

        page.Data.Should().ContainSingle().Which.Should().BeEquivalentTo(Emulator.Contacts[3]);
        page.Should().BeEquivalentTo(new { ObjectName = "list", Total = 1, HasMore = false });
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_page()
    {
        var page = await Client.SearchAsync("nobody-has-this-name");

        page.Data.Should().BeEmpty();
        page.Total.Should().Be(0);
    }
}
