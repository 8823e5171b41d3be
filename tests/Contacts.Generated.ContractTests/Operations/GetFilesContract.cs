namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.GetFiles)]
public class GetFilesContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override async Task<object?> CallAsync(ContactsClient client) => await client.GetFilesAsync(ContractFixture.ContactId);

    internal override IEnumerable<RequestCase> Requests() => [new("an id", $"GET /contact/{ContractFixture.ContactId}/files", CallAsync)];

    internal override IEnumerable<BadInput> BadInputs() => BadInput.Ids("contactId", (client, id) => client.GetFilesAsync(id));

    [Fact]
    public async Task The_whole_files_of_the_contact_are_read()
    {
        var files = await Client.GetFilesAsync(ContractFixture.ContactId);

        files.Should().NotBeEmpty().And.BeInDescendingOrder(file => file.CreatedAt);
        foreach (var file in files)
        {
            file.Id.Should().StartWith("msg_");
            file.Name.Should().Be($"{file.Content!.Caption}.{file.Content.Extension}");
            file.Url.Should().Be(file.Content.Url).And.StartWith("http");
            file.From.Should().Match(from => from == ContractFixture.ContactId || from.StartsWith("u_", StringComparison.Ordinal));
        }
    }
}
