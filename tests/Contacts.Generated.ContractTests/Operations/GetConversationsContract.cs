namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.GetConversations)]
public class GetConversationsContract(ContractFixture fixture) : OperationContract(fixture)
{
    private const string Path = $"GET /contacts/{ContractFixture.ContactId}/conversations";

    internal override string? Wrapper => "data";

    internal override async Task<object?> CallAsync(ContactsClient client) => await client.GetConversationsAsync(ContractFixture.ContactId);

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("no channel named, which is every one", Path + "?"
            + string.Join("&", ChannelType.KnownValues.Select(channel => "channel_types=" + channel.Value)), CallAsync),
        Case("two channels", "?channel_types=web&channel_types=whatsapp", ChannelType.Web, ChannelType.WhatsApp),
        Case("a channel that the contract does not list", "?channel_types=tele%20gram", "tele gram"),
    ];

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        .. BadInput.Ids("contactId", (client, id) => client.GetConversationsAsync(id)),
        new("a channel without a name", "options", "*ChannelTypes*", client =>
            client.GetConversationsAsync(ContractFixture.ContactId, new ContactsGetConversationsOptions { ChannelTypes = [default] })),
    ];

    [Fact]
    public async Task The_whole_conversations_of_the_contact_are_read()
    {
        var conversations = await Client.GetConversationsAsync(ContractFixture.ContactId);

        conversations.Should().NotBeEmpty();
        foreach (var conversation in conversations)
        {
            conversation.Contact.Should().BeEquivalentTo(Emulator.Contacts[0]);
            conversation.ContactId.Should().Be(ContractFixture.ContactId);
            conversation.Id.Should().StartWith("conv_").And.Be(conversation.Details!.Id);
            conversation.Status.Should().NotBeNullOrEmpty();
            conversation.ChannelType.Should().NotBeNull();
            conversation.Timestamp.Should().NotBeNull();
        }
    }

    [Fact]
    public async Task Only_the_channels_named_are_read()
    {
        var all = await Client.GetConversationsAsync(ContractFixture.ContactId);
        var channel = all[0].ChannelType!.Value;

        var some = await Client.GetConversationsAsync(
            ContractFixture.ContactId, new ContactsGetConversationsOptions { ChannelTypes = [channel] });

        some.Select(conversation => conversation.Id)
            .Should().Equal(all.Where(conversation => conversation.ChannelType == channel).Select(conversation => conversation.Id));
    }

    private static RequestCase Case(string name, string query, params ChannelType[] channels) =>
        new(name, Path + query, async client =>
            await client.GetConversationsAsync(ContractFixture.ContactId, new ContactsGetConversationsOptions { ChannelTypes = channels }));
}
