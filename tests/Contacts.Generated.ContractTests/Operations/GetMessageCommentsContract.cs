namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.GetMessageComments)]
public class GetMessageCommentsContract(ContractFixture fixture) : OperationContract(fixture)
{
    private const string Path = $"GET /contacts/{ContractFixture.ContactId}/message_comments";

    internal override string? Wrapper => "items";

    internal override async Task<object?> CallAsync(ContactsClient client) =>
        await client.GetMessageCommentsAsync(ContractFixture.ContactId);

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("nothing optional", Path, CallAsync),
        new("every parameter", Path + "?limit=50&skip=50&channel_types=web", async client => await client.GetMessageCommentsAsync(
            ContractFixture.ContactId, new ContactsGetMessageCommentsOptions { Limit = 50, Skip = 50, ChannelType = ChannelType.Web })),
    ];

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        .. BadInput.Ids("contactId", (client, id) => client.GetMessageCommentsAsync(id)),
        .. BadInput.Page((client, limit, skip) => client.GetMessageCommentsAsync(
            ContractFixture.ContactId, new ContactsGetMessageCommentsOptions { Limit = limit, Skip = skip })),
    ];

    [Fact]
    public async Task Every_message_comes_once_with_the_comments_on_it()
    {
        var messages = await Client.GetAllMessageCommentsAsync(ContractFixture.ContactId).ToListAsync();

        messages.Should().OnlyHaveUniqueItems(message => message.Id);
        messages.Should().HaveCountGreaterThan(50, "there is more than one page of the web application's size");
        messages.Should().OnlyContain(message => message.Comments!.Count > 0 && message.Comments[0].Text != null);
        Fixture.Recorder.Exchanges[^1].Address.Query.Should().Contain("limit=50");
    }
}
