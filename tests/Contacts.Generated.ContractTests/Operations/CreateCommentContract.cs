using System.Text.Json;

namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.CreateComment)]
public class CreateCommentContract(ContractFixture fixture) : OperationContract(fixture)
{
    private const string Path = $"POST /contacts/{ContractFixture.ContactId}/comments";

    internal override async Task<object?> CallAsync(ContactsClient client) =>
        await client.CreateCommentAsync(ContractFixture.ContactId, new CreateCommentInput { Text = "Called back." });

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("a text", Path, CallAsync) { Body = """{"content":"Called back."}""" },
        new("a further field", Path, async client => await client.CreateCommentAsync(
            ContractFixture.ContactId, new CreateCommentInput { Text = "x", AdditionalProperties = { ["team_id"] = "t_1" } }))
        {
            Body = """{"content":"x","team_id":"t_1"}""",
        },
    ];

    internal override async Task<object?> SendAsync(ContactsClient client, ContractExample example) =>
        await client.CreateCommentAsync(ContractFixture.ContactId, example.Value.Deserialize<CreateCommentInput>()!);

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        .. BadInput.Ids("contactId", (client, id) => client.CreateCommentAsync(id, new CreateCommentInput { Text = "x" })),
        new("null as the input", "input", "*body is required*", client => client.CreateCommentAsync(ContractFixture.ContactId, null!)),
        new("no text", "input", "*empty or blank*", client =>
            client.CreateCommentAsync(ContractFixture.ContactId, new CreateCommentInput())),
        new("a blank text", "input", "*empty or blank*", client =>
            client.CreateCommentAsync(ContractFixture.ContactId, new CreateCommentInput { Text = " \n" })),
    ];

    [Fact]
    public async Task The_comment_is_among_those_on_the_contact()
    {
        var before = await AllAsync();

        var comment = await Client.CreateCommentAsync(ContractFixture.ContactId, new CreateCommentInput { Text = "Called back twice." });

        comment.Should().BeEquivalentTo(new { Text = "Called back twice." });
        comment.Id.Should().StartWith("cmc_");
        (await AllAsync()).Should().BeEquivalentTo([.. before, comment.Id]);
    }

    private async Task<IReadOnlyList<string>> AllAsync() =>
        await Client.GetAllCommentsAsync(ContractFixture.ContactId).Select(comment => comment.Id).ToListAsync();
}
