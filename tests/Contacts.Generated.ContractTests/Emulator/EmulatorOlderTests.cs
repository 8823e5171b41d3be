using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>The client on an older gateway, which drops the bodies of DELETE, and on an older service.</summary>
public sealed class EmulatorOlderTests
{
    [Theory]
    [InlineData(ContactsDialect.WebApp)]
    [InlineData(ContactsDialect.VendorSdk)]
    public async Task A_notification_is_dismissed_by_the_fallback_for_older_gateways(ContactsDialect form)
    {
        await using var emulator = ContactsEmulator.Start(options => (options.OlderGateway, options.Dialect) = (true, form));
        var id = emulator.Notifications[3].Id;

        await emulator.CreateClient().DismissNotificationAsync(id);

        emulator.Notifications.Should().HaveCount(29).And.NotContain(notification => notification.Id == id);
        emulator.Requests.Select(request => (request.Method, request.Body))
            .Should().Equal(("DELETE", $"""["{id}"]"""), ("POST", $$"""{"ids":["{{id}}"]}"""));
    }

    [Fact]
    public async Task Nothing_needs_the_fallback_on_a_newer_gateway()
    {
        await using var emulator = ContactsEmulator.Start();

        await emulator.CreateClient().DismissNotificationAsync(emulator.Notifications[3].Id);

        emulator.Requests.Should().ContainSingle().Which.Method.Should().Be("DELETE");
        emulator.Notifications.Should().HaveCount(29);
    }

    [Fact]
    public async Task An_older_gateway_drops_no_body_but_that_of_a_DELETE_and_passes_on_a_DELETE_without_one()
    {
        await using var emulator = ContactsEmulator.Start(options => options.OlderGateway = true);
        var client = emulator.CreateClient();

        await client.MarkNotificationsReadAsync([emulator.Notifications[0].Id]);
        await client.DeleteAsync(emulator.Contacts[0].Id);
        await client.DismissAllNotificationsAsync();

        emulator.Contacts.Should().HaveCount(24);
        emulator.Notifications.Should().BeEmpty();
        emulator.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task What_an_older_service_does_not_know_is_not_found_all_the_same()
    {
        await using var emulator = ContactsEmulator.Start(options => options.OlderService = true);
        var client = emulator.CreateClient();

        var call = () => client.DeleteAsync("con_unknown");

        (await call.Should().ThrowAsync<ContactsNotFoundException>()).Which.Status.Should().Be(400);
    }
}
