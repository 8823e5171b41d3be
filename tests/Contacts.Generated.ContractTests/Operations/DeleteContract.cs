namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.Delete)]
public class DeleteContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override async Task<object?> CallAsync(ContactsClient client) => await client.DeleteAsync(ContractFixture.ContactId);

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("an id", $"DELETE /contacts/{ContractFixture.ContactId}", CallAsync),
        new("an id that must be encoded", "DELETE /contacts/con%20%C3%A9%3F%23%25", async client => await client.DeleteAsync("con é?#%"))
        {
            Arrange = fixture => fixture.Emulator.Contacts[1].Id = "con é?#%",
        },
    ];

    internal override IEnumerable<BadInput> BadInputs() => BadInput.Ids("contactId", (client, id) => client.DeleteAsync(id));

    [Fact]
    public async Task The_contact_is_gone_afterwards_and_no_other()
    {
        var before = Emulator.Contacts.Select(contact => contact.Id).ToList();

        await Client.DeleteAsync(before[4]);

        Emulator.Contacts.Select(contact => contact.Id).Should().Equal(before.Where((_, index) => index != 4));
        await FluentActions.Awaiting(() => Client.GetAsync(before[4])).Should().ThrowAsync<ContactsNotFoundException>();
        await FluentActions.Awaiting(() => Client.DeleteAsync(before[4])).Should().ThrowAsync<ContactsNotFoundException>();
    }

    [Fact]
    public async Task Many_are_deleted_and_what_fails_is_told()
    {
        var ids = Emulator.Contacts.Skip(10).Select(contact => contact.Id).ToList();

        var results = await Client.DeleteManyAsync([.. ids, "con_unknown", ""]).ToListAsync();

        results.Where(result => result.IsSuccess).Select(result => result.Id).Should().BeEquivalentTo(ids);
        results.Single(result => result.Id == "con_unknown").Exception.Should().BeOfType<ContactsNotFoundException>();
        results.Single(result => result.Id == "").Exception.Should().BeOfType<ArgumentException>();
        Emulator.Contacts.Should().HaveCount(10);
    }
}
