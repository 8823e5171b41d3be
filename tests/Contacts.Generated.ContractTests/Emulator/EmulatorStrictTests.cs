using System.Text.Json;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

public sealed class EmulatorStrictTests
{
    [Theory]
    [InlineData(ContactsDialect.WebApp, """{"name":"New","phone":"1"}""")]
    [InlineData(ContactsDialect.VendorSdk, """{"display_name":"New","phone_number":"1"}""")]
    public async Task An_update_under_the_other_names_has_no_effect(ContactsDialect form, string body)
    {
        await using var emulator = Start(form);
        using var http = new EmulatorHttp(emulator);
        var contact = emulator.Contacts[0];
        var (name, phone) = (contact.DisplayName, contact.PhoneNumber);

        await http.JsonAsync("PUT", $"/contacts/{contact.Id}", EmulatorHttp.Json(body));

        contact.DisplayName.Should().Be(name);
        contact.PhoneNumber.Should().Be(phone);
        contact.AdditionalProperties.Should().BeEmpty();
    }

    [Theory]
    [InlineData(ContactsDialect.WebApp, """{"notification_id":["ID"]}""")]
    [InlineData(ContactsDialect.WebApp, """{"ids":["ID"]}""")]
    [InlineData(ContactsDialect.WebApp, null)]
    [InlineData(ContactsDialect.VendorSdk, """["ID"]""")]
    public async Task Marking_in_the_other_form_marks_nothing(ContactsDialect form, string? body)
    {
        await using var emulator = Start(form);
        using var http = new EmulatorHttp(emulator);
        var unread = emulator.Notifications.Count(notification => !notification.IsRead);

        await http.JsonAsync("PUT", "/notifications/read", body is null
            ? null
            : EmulatorHttp.Json(body.Replace("ID", emulator.Notifications[0].Id, StringComparison.Ordinal)));

        emulator.Notifications.Count(notification => !notification.IsRead).Should().Be(unread);
    }

    [Theory]
    [InlineData(ContactsDialect.WebApp, "DELETE", """{"notification_id":"ID"}""", false)]
    [InlineData(ContactsDialect.WebApp, "DELETE", """["ID"]""", true)]
    [InlineData(ContactsDialect.WebApp, "POST", """{"ids":["ID"]}""", true)]
    [InlineData(ContactsDialect.VendorSdk, "DELETE", """["ID"]""", false)]
    [InlineData(ContactsDialect.VendorSdk, "DELETE", """{"notification_id":"ID"}""", true)]
    public async Task Only_the_forms_own_dismissal_dismisses(ContactsDialect form, string method, string body, bool dismisses)
    {
        await using var emulator = Start(form);
        using var http = new EmulatorHttp(emulator);
        var id = emulator.Notifications[0].Id;

        await http.JsonAsync(method, "/notifications/dismiss", EmulatorHttp.Json(body.Replace("ID", id, StringComparison.Ordinal)));

        emulator.Notifications.Any(notification => notification.Id == id).Should().Be(!dismisses);
    }

    [Theory]
    [InlineData(ContactsDialect.WebApp, "?channel_types=web,whatsapp", false)]
    [InlineData(ContactsDialect.WebApp, "", false)]
    [InlineData(ContactsDialect.WebApp, "?channel_types=web&channel_types=whatsapp", true)]
    [InlineData(ContactsDialect.VendorSdk, "?channel_types=web,whatsapp", true)]
    [InlineData(ContactsDialect.VendorSdk, "", true)]
    [InlineData(ContactsDialect.VendorSdk, "?channel_types=web&channel_types=whatsapp", false)]
    public async Task Only_the_forms_own_channel_list_finds_conversations(ContactsDialect form, string query, bool finds)
    {
        await using var emulator = Start(form);
        using var http = new EmulatorHttp(emulator);
        var contact = emulator.Contacts[0];
        contact.ChannelType = ChannelType.WhatsApp;

        var answer = await http.GetAsync($"/contacts/{contact.Id}/conversations{query}");

        var list = answer.ValueKind == JsonValueKind.Array ? answer : answer.GetProperty("data");
        (list.GetArrayLength() > 0).Should().Be(finds);
    }

    [Fact]
    public async Task A_client_of_the_other_dialect_sees_that_its_update_is_lost()
    {
        await using var emulator = Start(ContactsDialect.WebApp);
        var client = emulator.CreateClient(options => options.Dialect = ContactsDialect.VendorSdk);

        var updated = await client.UpdateAsync(emulator.Contacts[0].Id, new UpdateContactInput { Name = "New" });

        updated.DisplayName.Should().NotBe("New");
    }

    private static ContactsEmulator Start(ContactsDialect form) => ContactsEmulator.Start(options =>
    {
        options.Dialect = form;
        options.Strict = true;
    });
}
