using System.Text.Json.Nodes;

namespace Contacts.Generated.Tests;

/// <summary>What a new contact is made from: what is null is not sent, since there is nothing to clear yet.</summary>
public class CreateContactInputTests
{
    [Fact]
    public void Every_property_is_one_field_of_the_contract()
    {
        var fields = Contract.Document["components"]!["schemas"]!["CreateContactInput"]!["properties"]!.AsObject();
        var properties = typeof(CreateContactInput)
            .GetProperties().Where(property => property.Name != nameof(CreateContactInput.AdditionalProperties)).ToList();
        properties.Should().HaveCount(fields.Count);

        foreach (var property in properties)
        {
            var input = new CreateContactInput();
            property.SetValue(input, property.PropertyType == typeof(string)
                ? "x"
                : property.PropertyType == typeof(ChannelType?) ? ChannelType.Web : new[] { "x", "y" });
            foreach (var engine in Enum.GetValues<Engine>())
            {
                fields.Should().ContainKey(JsonNode.Parse(engine.Write(input))!.AsObject().Should().ContainSingle().Which.Key);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task An_empty_box_of_a_form_is_not_sent_and_an_unknown_field_is(Engine engine)
    {
        var gateway = new FakeGateway();
        var input = new CreateContactInput
        {
            Name = "Test Person",
            Email = null,
            ChannelType = "telegram",
            BusinessUnitId = "bu_1",
            AdditionalProperties = { ["loyalty"] = 3, ["area_code"] = null },
        };

        await gateway.Client(engine).CreateAsync(input);

        (gateway.Single.Method, gateway.Single.Path).Should().Be(("POST", "contacts"));
        gateway.Single.Headers["Content-Type"].Should().Be("application/json");
        gateway.Single.Text.ShouldBeJson(
            """{"display_name":"Test Person","channel_type":"telegram","bu_id":"bu_1","loyalty":3,"area_code":null}""");
    }

    [Fact]
    public async Task Nothing_at_all_is_a_contact_too()
    {
        var gateway = new FakeGateway();

        await gateway.Client().CreateAsync(new CreateContactInput());

        gateway.Single.Text.Should().Be("{}", "the contract requires no field");
    }

    [Theory]
    [MemberData(nameof(Engines.Both), MemberType = typeof(Engines))]
    public async Task A_bare_answer_with_nothing_but_an_underscored_id_is_a_contact(Engine engine)
    {
        string[] bodies = ["""{"_id":"con_9"}""", """{"data":{"_id":"con_9"}}""", """{"message":"ok","data":{"public_id":"con_9"}}"""];
        foreach (var body in bodies)
        {
            (await FakeGateway.Answering(body, 201).Client(engine).CreateAsync(new CreateContactInput())).Id.Should().Be("con_9");
        }
    }

    [Theory]
    [InlineData(ContactsDialect.WebApp)]
    [InlineData(ContactsDialect.VendorSdk)]
    public async Task What_the_vendors_newer_SDKs_send_is_what_both_dialects_send(ContactsDialect dialect)
    {
        var gateway = new FakeGateway();
        var client = gateway.Client(options => options.Dialect = dialect);

        await client.CreateAsync(new CreateContactInput { Name = "Test Person", Phone = "5550100" });
        await client.DeleteAsync("con_1");
        await client.CreateCommentAsync("con_1", new CreateCommentInput { Text = "Called back." });
        await client.GetCommentAsync("con_1", "cmc_1");
        await client.DeleteCommentAsync("con_1", "cmc_1");
        await client.GetMessageCommentsAsync("con_1", new ContactsGetMessageCommentsOptions { Limit = 50, Skip = 0 });
        await client.GetByBoardItemAsync("bi_1");

        gateway.Requests.Select(sent => $"{sent.Method} {sent.Path} {sent.Text}".TrimEnd()).Should().Equal(
            """POST contacts {"display_name":"Test Person","phone_number":"5550100"}""",
            "DELETE contacts/con_1",
            """POST contacts/con_1/comments {"content":"Called back."}""",
            "GET contacts/con_1/comment/cmc_1",
            "DELETE contacts/con_1/comment/cmc_1",
            "GET contacts/con_1/message_comments?limit=50&skip=0",
            "GET contacts/by-board-item/bi_1");
        gateway.Requests.Where(sent => sent.Method == "DELETE").Should().OnlyContain(sent => sent.Body == null);
    }

    [Fact]
    public async Task Both_ids_of_a_comment_are_encoded()
    {
        var gateway = new FakeGateway();

        await gateway.Client().GetCommentAsync("con é", "a/b?c");

        gateway.Single.Path.Should().Be("contacts/con%20%C3%A9/comment/a%2Fb%3Fc");
    }
}
