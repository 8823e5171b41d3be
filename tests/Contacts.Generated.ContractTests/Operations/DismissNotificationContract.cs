using System.Globalization;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests;

[ContractOf(ContactsOperations.DismissNotification)]
public class DismissNotificationContract(ContractFixture fixture) : OperationContract(fixture)
{
    internal override async Task<object?> CallAsync(ContactsClient client) =>
        await client.DismissNotificationAsync(ContractFixture.NotificationId);

    internal override IEnumerable<RequestCase> Requests() =>
    [
        new("an id", "DELETE /notifications/dismiss", CallAsync) { Body = $"""["{ContractFixture.NotificationId}"]""" },
        .. Fallback().Node["when"].Items.Select(item => FallbackAfter(item.Value!.ToJsonString().Trim('"'))),
    ];

    internal override async Task<object?> SendAsync(ContactsClient client, ContractExample example) =>
        await client.DismissNotificationAsync(example.Node.Items.Single().Value!.GetValue<string>());

    internal override IEnumerable<BadInput> BadInputs() =>
    [
        new("null as the id", "notificationId", "*value is required*", client => client.DismissNotificationAsync(null!)),
        new("an empty id", "notificationId", "*empty*Pass a string*", client => client.DismissNotificationAsync("")),
    ];

    [Fact]
    public async Task The_notification_is_gone_afterwards_and_no_other()
    {
        var before = Emulator.Notifications.Select(notification => notification.Id).ToList();

        var result = await Client.DismissNotificationAsync(before[4]);

        result.Success.Should().BeTrue();
        Emulator.Notifications.Select(notification => notification.Id).Should().Equal(before.Where((_, index) => index != 4));
    }

    [Theory]
    [InlineData(403, typeof(ContactsPermissionException))]
    [InlineData(503, typeof(ContactsServerException))]
    public async Task An_error_that_another_form_would_not_help_has_no_fallback(int status, Type type)
    {
        Emulator.FailNext(ContactsOperations.DismissNotification, EmulatorFault.Status(status));

        var call = () => CallAsync(Client);

        (await call.Should().ThrowAsync<ContactsApiException>()).Which.Should().BeOfType(type);
        Emulator.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task The_first_error_surfaces_if_the_fallback_fails_too()
    {
        Emulator.FailNext(ContactsOperations.DismissNotification, EmulatorFault.Status(400));
        Emulator.FailNext(ContactsOperations.DismissNotification, EmulatorFault.Status(503));

        var call = () => CallAsync(Client);

        await call.Should().ThrowAsync<ContactsValidationException>();
        Emulator.Requests.Select(request => request.Method).Should().Equal("DELETE", "POST");
    }

    /// <summary>The other form of the operation, as the contract has it.</summary>
    private ContractOperation Fallback() => Operation.Fallback()!;

    private RequestCase FallbackAfter(string failure)
    {
        var example = Fallback().RequestContent.Single().Examples.Single();
        var fault = failure == "connection-reset"
            ? EmulatorFault.ConnectionReset
            : EmulatorFault.Status(int.Parse(failure, CultureInfo.InvariantCulture));
        return new RequestCase($"the fallback after {failure}", $"{Fallback().Method} {Fallback().Path}", CallAsync)
        {
            Arrange = fixture => fixture.Emulator.FailNext(ContactsOperations.DismissNotification, fault),
            Body = example.Value!.ToJsonString(),
        };
    }
}
