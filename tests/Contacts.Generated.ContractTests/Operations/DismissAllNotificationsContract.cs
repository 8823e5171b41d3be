namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.DismissAllNotifications)]
public class DismissAllNotificationsContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override async Task<object?> CallAsync(ContactsClient client) => await client.DismissAllNotificationsAsync();

    internal override IEnumerable<RequestCase> Requests() => [new("nothing", "DELETE /notifications/dismiss/all", CallAsync)];

    internal override IEnumerable<BadInput> BadInputs() => [];

    [Fact]
    public async Task No_notification_is_left()
    {
        var result = await Client.DismissAllNotificationsAsync();

        result.Success.Should().BeTrue();
        Emulator.Notifications.Should().BeEmpty();
        (await Client.ListNotificationsAsync()).UnreadCount.Should().Be(0);
    }
}
