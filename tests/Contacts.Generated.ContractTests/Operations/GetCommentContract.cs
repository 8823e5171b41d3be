using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.GetComment)]
public class GetCommentContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override string? Wrapper => "data";

    internal override async Task<object?> CallAsync(ContactsClient client) =>
        await client.GetCommentAsync(ContractFixture.ContactId, ContractFixture.CommentId);

    internal override IEnumerable<RequestCase> Requests() =>
        [new("two ids", $"GET /contacts/{ContractFixture.ContactId}/comment/{ContractFixture.CommentId}", CallAsync)];

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        .. BadInput.Ids("contactId", (client, id) => client.GetCommentAsync(id, ContractFixture.CommentId)),
        .. BadInput.Ids("commentId", (client, id) => client.GetCommentAsync(ContractFixture.ContactId, id))
            .Select(input => input with { Name = $"{input.Name} of the comment" }),
    ];

    [Fact]
    public async Task The_comment_is_the_one_of_the_list()
    {
        var comments = await Client.GetCommentsAsync(ContractFixture.ContactId);

        var comment = await Client.GetCommentAsync(ContractFixture.ContactId, comments[2].Id);

        comment.Should().BeEquivalentTo(comments[2]);
    }

    [Fact]
    public async Task The_web_applications_list_of_one_is_read_too()
    {
        Emulator.FailNext(
            ContactsOperations.GetComment, EmulatorFault.Status(200, body: """{"data":[{"_id":"cmc_1","content":"Called back."}]}"""));

        var comment = await Client.GetCommentAsync(ContractFixture.ContactId, "cmc_1");

        (comment.Id, comment.Text).Should().Be(("cmc_1", "Called back."));
        Fixture.Recorder.TakeViolations().Should().NotBeEmpty("the contract states the other form");
    }

    [Fact]
    public async Task A_comment_that_does_not_exist_is_not_found() =>
        await FluentActions.Awaiting(() => Client.GetCommentAsync(ContractFixture.ContactId, "cmc_unknown"))
            .Should().ThrowAsync<ContactsNotFoundException>();
}
