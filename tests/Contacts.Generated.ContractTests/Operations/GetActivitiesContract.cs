using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.GetActivities)]
public class GetActivitiesContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override string? Wrapper => "items";

    internal override async Task<object?> CallAsync(ContactsClient client) =>
        await client.GetActivitiesAsync(ContractFixture.ConversationId);

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("an id", $"GET /conversations_activities/{ContractFixture.ConversationId}", CallAsync)
        {
            Arrange = fixture => fixture.Emulator.FailNext(ContactsOperations.GetActivities, EmulatorFault.Status(200, body: """{"items":[]}""")),
        },
    ];

    internal override IEnumerable<BadInput> BadInputs() => BadInput.Ids("conversationId", (client, id) => client.GetActivitiesAsync(id));

    [Fact]
    public async Task The_whole_activities_of_a_conversation_are_read()
    {
        var conversation = (await Client.GetConversationsAsync(ContractFixture.ContactId))[0];

        var activities = await Client.GetActivitiesAsync(conversation.Id);

        activities.Should().NotBeEmpty();
        foreach (var activity in activities)
        {
            activity.Id.Should().StartWith("act_");
            activity.ConversationId.Should().Be(conversation.Id);
            activity.Summary.Should().NotBeNullOrEmpty();
            activity.CreatedAt.Should().NotBeNull();
        }
    }

    [Fact]
    public async Task The_id_of_a_contact_is_no_conversation()
    {
        var call = () => Client.GetActivitiesAsync(ContractFixture.ContactId);

        await call.Should().ThrowAsync<ContactsNotFoundException>();
    }
}
