namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.GetByBoardItem)]
public class GetByBoardItemContract(ContractFixture fixture) : OperationContract(fixture)
{
    private const string BoardItemId = "bi_88888888-9999-4aaa-8bbb-cccccccccccc";

    internal override string? Wrapper => "data";

    internal override async Task<object?> CallAsync(ContactsClient client) => await client.GetByBoardItemAsync(BoardItemId);

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("an id", $"GET /contacts/by-board-item/{BoardItemId}", CallAsync)
        {
            Arrange = fixture => fixture.Emulator.Contacts[3].BoardItemId = BoardItemId,
        },
    ];

    internal override IEnumerable<BadInput> BadInputs() => BadInput.Ids("boardItemId", (client, id) => client.GetByBoardItemAsync(id));

    [Fact]
    public async Task The_contact_is_the_one_of_the_record()
    {
        Emulator.Contacts[3].BoardItemId = BoardItemId;

        var contact = await Client.GetByBoardItemAsync(BoardItemId);

        contact.Should().BeEquivalentTo(Emulator.Contacts[3]);
    }

    [Fact]
    public async Task A_record_without_a_contact_is_not_found() =>
        await FluentActions.Awaiting(() => Client.GetByBoardItemAsync("bi_unknown")).Should().ThrowAsync<ContactsNotFoundException>();
}
