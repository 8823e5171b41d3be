namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.GetComments)]
public class GetCommentsContract(ContractFixture fixture) : OperationContract(fixture)
{
    private const string Path = $"GET /contacts/{ContractFixture.ContactId}/comments";

    internal override string? Wrapper => "items";

    internal override async Task<object?> CallAsync(ContactsClient client) => await client.GetCommentsAsync(ContractFixture.ContactId);

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("nothing optional", Path, CallAsync),
        new("every parameter", Path + "?limit=15&skip=30&channel_types=web", async client => await client.GetCommentsAsync(
            ContractFixture.ContactId, new ContactsGetCommentsOptions { Limit = 15, Skip = 30, ChannelType = ChannelType.Web })),
    ];

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        .. BadInput.Ids("contactId", (client, id) => client.GetCommentsAsync(id)),
        .. BadInput.Page((client, limit, skip) =>
            client.GetCommentsAsync(ContractFixture.ContactId, new ContactsGetCommentsOptions { Limit = limit, Skip = skip })),
    ];

    [Fact]
    public async Task The_whole_comments_on_the_contact_are_read()
    {
        var comments = await Client.GetCommentsAsync(ContractFixture.ContactId, new ContactsGetCommentsOptions { Limit = 100 });

        comments.Should().NotBeEmpty();
        comments.Should().OnlyContain(
            comment => comment.Id.StartsWith("cmc_", StringComparison.Ordinal) && comment.Text != null && comment.CreatedAt != null);
        var rest = await Client.GetCommentsAsync(ContractFixture.ContactId, new ContactsGetCommentsOptions { Skip = 1 });
        rest.Select(comment => comment.Id).Should().Equal(comments.Skip(1).Take(10).Select(comment => comment.Id));
    }
}
