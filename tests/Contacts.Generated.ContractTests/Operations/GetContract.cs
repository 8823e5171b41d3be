namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.Get)]
public class GetContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override string? Wrapper => "data";

    internal override async Task<object?> CallAsync(ContactsClient client) => await client.GetAsync(ContractFixture.ContactId);

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("an id", $"GET /contacts/{ContractFixture.ContactId}", CallAsync),
        new("an id that must be encoded", "GET /contacts/con%20%C3%A9%3F%23%25", async client => await client.GetAsync("con é?#%"))
        {
            Arrange = fixture => fixture.Emulator.Contacts[1].Id = "con é?#%",
        },
    ];

    internal override IEnumerable<BadInput> BadInputs() => BadInput.Ids("contactId", (client, id) => client.GetAsync(id));

    [Fact]
    public async Task The_whole_contact_is_what_the_emulator_holds()
    {
        Emulator.Contacts[0].AdditionalProperties["loyalty"] = "gold";

        var contact = await Client.GetAsync(ContractFixture.ContactId);

        contact.Should().BeEquivalentTo(Emulator.Contacts[0]);
        contact.AdditionalProperties.Should().Contain("loyalty", "gold");
    }

    [Fact]
    public async Task A_contact_that_does_not_exist_is_not_found()
    {
        var call = () => Client.GetAsync("con_unknown");

        (await call.Should().ThrowAsync<ContactsNotFoundException>()).Which.Status.Should().Be(404);
    }
}
