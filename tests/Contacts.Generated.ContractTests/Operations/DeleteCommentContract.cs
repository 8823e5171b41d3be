namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.DeleteComment)]
public class DeleteCommentContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override async Task<object?> CallAsync(ContactsClient client) =>
        await client.DeleteCommentAsync(ContractFixture.ContactId, ContractFixture.CommentId);

    internal override IEnumerable<RequestCase> Requests() =>
        [new("two ids", $"DELETE /contacts/{ContractFixture.ContactId}/comment/{ContractFixture.CommentId}", CallAsync)];

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        .. BadInput.Ids("contactId", (client, id) => client.DeleteCommentAsync(id, ContractFixture.CommentId)),
        .. BadInput.Ids("commentId", (client, id) => client.DeleteCommentAsync(ContractFixture.ContactId, id))
            .Select(input => input with { Name = $"{input.Name} of the comment" }),
    ];

    [Fact]
    public async Task The_comment_is_gone_afterwards_and_no_other()
    {
        var before = await AllAsync();

        await Client.DeleteCommentAsync(ContractFixture.ContactId, before[1]);

        (await AllAsync()).Should().Equal(before.Where((_, index) => index != 1));
        await FluentActions.Awaiting(() => Client.GetCommentAsync(ContractFixture.ContactId, before[1]))
            .Should().ThrowAsync<ContactsNotFoundException>();
    }

    private async Task<IReadOnlyList<string>> AllAsync() =>
        await Client.GetAllCommentsAsync(ContractFixture.ContactId).Select(comment => comment.Id).ToListAsync();
}
