namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.ListNotifications)]
public class ListNotificationsContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override async Task<object?> CallAsync(ContactsClient client) => await client.ListNotificationsAsync();

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("nothing optional", "GET /notifications", CallAsync),
        new("every parameter", "GET /notifications?limit=20&skip=40&type=conversations", async client =>
            await client.ListNotificationsAsync(
            new ContactsListNotificationsOptions { Limit = 20, Skip = 40, Type = "conversations" })),
    ];

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        .. BadInput.Page(
            (client, limit, skip) => client.ListNotificationsAsync(new ContactsListNotificationsOptions { Limit = limit, Skip = skip })),
        new("a blank type", "options", "*Type*", client =>
            client.ListNotificationsAsync(new ContactsListNotificationsOptions { Type = "" })),
    ];

    [Fact]
    public async Task The_whole_page_is_what_the_emulator_holds()
    {
        var page = await Client.ListNotificationsAsync(new ContactsListNotificationsOptions { Skip = 2, Limit = 20 });

        page.Data.Should().BeEquivalentTo(Emulator.Notifications.Skip(2).Take(20), options => options.WithStrictOrdering());
        page.Total.Should().Be(Emulator.Notifications.Count);
        page.UnreadCount.Should().Be(Emulator.Notifications.Count(notification => !notification.IsRead));
        page.HasMore.Should().BeTrue();
        page.AdditionalProperties.Should().BeEmpty();
    }
}
