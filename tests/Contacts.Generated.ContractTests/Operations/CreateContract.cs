using System.Text.Json;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.Create)]
public class CreateContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override async Task<object?> CallAsync(ContactsClient client) =>
        await client.CreateAsync(new CreateContactInput { Name = "New Person" });

    internal override IEnumerable<RequestCase> Requests() =>
    [
        Case("the name", new CreateContactInput { Name = "New Person" }, """{"display_name":"New Person"}"""),
        Case("a form's empty boxes and a further field", new CreateContactInput { Email = null, Phone = "5550102", AdditionalProperties = { ["loyalty"] = 3 } }, """{"phone_number":"5550102","loyalty":3}"""),
        Case("a channel and labels", new CreateContactInput { ChannelType = ChannelType.WhatsApp, BusinessUnitId = "bu_1", Labels = ["vip"] }, """{"channel_type":"whatsapp","bu_id":"bu_1","labels":["vip"]}"""),
        Case("nothing", new CreateContactInput(), "{}"),
    ];

    internal override async Task<object?> SendAsync(ContactsClient client, ContractExample example) =>
        await client.CreateAsync(example.Value.Deserialize<CreateContactInput>()!);

    internal override IEnumerable<BadInput> BadInputs() =>
        [new("null as the input", "input", "*body is required*", client => client.CreateAsync(null!))];

    [Fact]
    public async Task The_contact_has_an_id_of_its_own_and_can_be_read_and_found()
    {
        var created = await Client.CreateAsync(
            new CreateContactInput { Name = "Zebra Person", Email = "zebra@example.com", Phone = "5550103", Labels = ["new"] });

        created.Id.Should().StartWith("con_");
        var read = await Client.GetAsync(created.Id);
        read.Should().BeEquivalentTo(
            new { created.Id, DisplayName = "Zebra Person", Email = "zebra@example.com", PhoneNumber = "5550103" });
        read.CreatedAt.Should().NotBeNull();
        read.UpdatedAt.Should().BeNull();
        (await Client.SearchAsync("zebra@example.com")).Data.Should().ContainSingle().Which.Id.Should().Be(created.Id);
        (await Client.ListAsync()).Total.Should().Be(26);
    }

    [Fact]
    public async Task The_same_twice_is_two_contacts()
    {
        var input = new CreateContactInput { Name = "New Person" };

        (await Client.CreateAsync(input)).Id.Should().NotBe((await Client.CreateAsync(input)).Id);
    }

    [Theory]
    [InlineData(503, 1)]
    [InlineData(429, 3)]
    public async Task Only_what_was_surely_not_processed_is_sent_again(int status, int requests)
    {
        Emulator.FailNext(ContactsOperations.Create, EmulatorFault.Status(status, TimeSpan.Zero), times: 3);
        var client = Fixture.CreateClient(options => options.MaxRetries = 2);

        await FluentActions.Awaiting(() => CallAsync(client)).Should().ThrowAsync<ContactsApiException>();

        Emulator.Requests.Should().HaveCount(requests);
    }

    private static RequestCase Case(string name, CreateContactInput input, string body) =>
        new(name, "POST /contacts", async client => await client.CreateAsync(input)) { Body = body };
}
