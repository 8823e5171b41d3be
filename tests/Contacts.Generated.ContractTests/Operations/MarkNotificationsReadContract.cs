namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.MarkNotificationsRead)]
public class MarkNotificationsReadContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override async Task<object?> CallAsync(ContactsClient client) =>
        await client.MarkNotificationsReadAsync([ContractFixture.NotificationId]);

    internal override IEnumerable<RequestCase> Requests() =>
        [new("an id", "PUT /notifications/read", CallAsync) { Body = $"""["{ContractFixture.NotificationId}"]""" }];

    internal override async Task<object?> SendAsync(ContactsClient client, ContractExample example) =>
        await client.MarkNotificationsReadAsync(example.Node.Items.Select(item => item.Value!.GetValue<string>()));

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        new("null instead of ids", "notificationIds", "*an empty list never means all*", client =>
            client.MarkNotificationsReadAsync(null!)),
        new("no ids", "notificationIds", "*empty*never means all*", client => client.MarkNotificationsReadAsync([])),
        new("a null among the ids", "notificationIds", "*null or blank*", client => client.MarkNotificationsReadAsync(["not_1", null!])),
        new("a blank id among the ids", "notificationIds", "*null or blank*", client => client.MarkNotificationsReadAsync(["not_1", " "])),
    ];

    [Fact]
    public async Task The_notifications_are_read_afterwards_and_no_others()
    {
        var unread = Emulator.Notifications.Where(notification => !notification.IsRead).Select(notification => notification.Id).ToList();

        var result = await Client.MarkNotificationsReadAsync(unread.Take(2));

        result.Success.Should().BeTrue();
        Emulator.Notifications.Where(notification => !notification.IsRead)
            .Select(notification => notification.Id).Should().Equal(unread.Skip(2));
    }
}
