using System.Text.Json;
using System.Text.Json.Nodes;

namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.Update)]
public class UpdateContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override async Task<object?> CallAsync(ContactsClient client) =>
        await client.UpdateAsync(ContractFixture.ContactId, new UpdateContactInput { Name = "New Name" });

    internal override IEnumerable<RequestCase> Requests() =>
    [
        Case("the name", new UpdateContactInput { Name = "New Name" }, """{"display_name":"New Name"}"""),
        Case("the phone number and a further field", new UpdateContactInput { Phone = "5550102", AdditionalProperties = { ["loyalty"] = 3 } }, """{"phone_number":"5550102","loyalty":3}"""),
        Case("a picture to clear", new UpdateContactInput { AvatarUrl = null }, """{"avatar_url":null}"""),
        Case("a form's empty boxes, left out", new UpdateContactInput { Email = null, FirstName = "New" }.WithoutNulls(), """{"first_name":"New"}"""),
        Case("nothing", new UpdateContactInput(), "{}"),
    ];

    internal override async Task<object?> SendAsync(ContactsClient client, ContractExample example) =>
        await client.UpdateAsync(ContractFixture.ContactId, InputOf(example));

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        .. BadInput.Ids("contactId", (client, id) => client.UpdateAsync(id, new UpdateContactInput())),
        new("null as the input", "input", "*body is required*", client => client.UpdateAsync(ContractFixture.ContactId, null!)),
    ];

    [Fact]
    public async Task The_whole_contact_comes_back_and_the_emulator_holds_it()
    {
        var before = await Client.GetAsync(ContractFixture.ContactId);

        var contact = await Client.UpdateAsync(
            ContractFixture.ContactId, new UpdateContactInput { Name = "New Name", Gender = "m", AvatarUrl = null });

        contact.Should().BeEquivalentTo(new
        {
            DisplayName = "New Name",
            Gender = "Male",
            AvatarUrl = (string?)null,
            Action = "bu.contact_updated",
            before.Email,
            before.PhoneNumber
        });
        contact.UpdatedAt.Should().NotBeNull();
        contact.Should().BeEquivalentTo(Emulator.Contacts[0], options => options.Excluding(field => field.Action));
    }

    private static RequestCase Case(string name, UpdateContactInput input, string body) =>
        new(name, $"PUT /contacts/{ContractFixture.ContactId}", async client => await client.UpdateAsync(ContractFixture.ContactId, input))
        { Body = body };

    /// <summary>Sets the properties that the contract names for the example's members.</summary>
    private static UpdateContactInput InputOf(ContractExample example)
    {
        var fields = ContractDocument.Contacts.Root["components"]["schemas"]["UpdateContactInput"]["properties"];
        var input = new UpdateContactInput();
        foreach (var (name, value) in example.Node.Members)
        {
            var property = typeof(UpdateContactInput).GetProperty(fields[name].Text("x-csharp-name") ?? Pascal(name))!;
            property.SetValue(input, value.Value is JsonNode json ? json.Deserialize(property.PropertyType) : null);
        }

        return input;
    }

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
