using System.Text.Json;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

public sealed class EmulatorFormTests
{
    [Fact]
    public async Task The_web_application_counts_all_in_count_and_the_page_in_total_and_has_more_once_too_often()
    {
        await using var emulator = ContactsEmulator.Start();
        using var http = new EmulatorHttp(emulator);

        var exact = await http.GetAsync("/contacts?limit=5&skip=20");
        var beyond = await http.GetAsync("/contacts?limit=5&skip=21");

        Names(exact).Should().Equal("object_name", "data", "nested", "has_more", "count", "total");
        exact.GetProperty("has_more").GetBoolean().Should().BeTrue();
        exact.GetProperty("count").GetInt32().Should().Be(25);
        exact.GetProperty("total").GetInt32().Should().Be(5);
        beyond.GetProperty("has_more").GetBoolean().Should().BeFalse();
    }

    [Fact]
    public async Task The_web_application_wraps_answers_as_the_contract_says()
    {
        await using var emulator = ContactsEmulator.Start();
        using var http = new EmulatorHttp(emulator);
        var id = emulator.Contacts[0].Id;

        Names(await http.GetAsync($"/contacts/{id}")).Should().Equal("data");
        Names(await http.GetAsync($"/contacts/{id}/conversations")).Should().Equal("data");
        Names(await http.GetAsync($"/contacts/{id}/comments")).Should().Equal("items", "has_more", "count", "total");
        (await http.GetAsync($"/contact/{id}/files"))[0]
            .GetProperty("content").GetProperty("url").GetString().Should().StartWith("https://files.example.com/");
        Names(await http.GetAsync("/notifications")).Should().Equal("data", "has_more", "count", "total", "unread_count");
        (await http.GetAsync("/notifications")).GetProperty("data")[0].GetProperty("type").ValueKind.Should().Be(JsonValueKind.Number);
        (await http.GetAsync($"/contacts/{id}")).GetProperty("data").GetProperty("updated_at").ValueKind.Should().Be(JsonValueKind.Null);
        Names(await http.JsonAsync("DELETE", "/notifications/dismiss/all")).Should().BeEmpty();
    }

    [Fact]
    public async Task The_reference_has_bare_objects_and_lists_and_its_own_pages()
    {
        await using var emulator = ContactsEmulator.Start(options => options.Dialect = ContactsDialect.VendorSdk);
        using var http = new EmulatorHttp(emulator);
        var id = emulator.Contacts[0].Id;

        var page = await http.GetAsync("/contacts?limit=10&skip=20");
        Names(page).Should().Equal("data", "total", "page", "limit");
        page.GetProperty("total").GetInt32().Should().Be(25);
        page.GetProperty("page").GetInt32().Should().Be(3);
        Names(page.GetProperty("data")[0]).Should().BeSubsetOf(
        [
            "object_name", "id", "organization_id", "display_name", "email", "phone_number", "avatar_url", "board_id", "board_item_id",
            "created_at", "updated_at",
        ]);
        (await http.GetAsync($"/contacts/{id}")).GetProperty("id").GetString().Should().Be(id);
        Names((await http.GetAsync($"/contacts/{id}/conversations"))[0])
            .Should().Contain(["id", "contact_id", "status", "users"]).And.NotContain("conversation");
        Names((await http.GetAsync($"/contacts/{id}/comments"))[0]).Should().Equal("_id", "text", "created_at");
        Names((await http.GetAsync($"/contact/{id}/files"))[0]).Should().Equal("_id", "name", "url", "size");
        var notification = (await http.GetAsync("/notifications")).GetProperty("data")[0];
        notification.GetProperty("type").ValueKind.Should().Be(JsonValueKind.String);
        notification.GetProperty("content").ValueKind.Should().Be(JsonValueKind.Object);
        Names(notification).Should().Contain("user_id").And.NotContain("recipient");
        (await http.JsonAsync("DELETE", "/notifications/dismiss/all")).GetProperty("success").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [InlineData(ContactsDialect.WebApp, false)]
    [InlineData(ContactsDialect.VendorSdk, false)]
    [InlineData(ContactsDialect.WebApp, true)]
    [InlineData(ContactsDialect.VendorSdk, true)]
    public async Task What_does_not_exist_is_not_found_in_the_words_of_the_services_age(ContactsDialect form, bool isOlder)
    {
        await using var emulator = ContactsEmulator.Start(options => (options.Dialect, options.OlderService) = (form, isOlder));
        using var http = new EmulatorHttp(emulator);
        var id = emulator.Contacts[0].Id;

        foreach (var (method, path, what) in ((string, string, string)[])
        [
            ("GET", "/contacts/con_unknown", "Contact"),
            ("GET", "/contacts/_unknown", "Contact"),
            ("DELETE", "/contacts/con_unknown", "Contact"),
            ("GET", "/contacts/by-board-item/bi_unknown", "Contact"),
            ("GET", "/contacts/con_unknown/conversations", "Contact"),
            ("GET", "/contacts/con_unknown/comments", "Contact"),
            ("GET", "/contacts/con_unknown/message_comments", "Contact"),
            ("GET", "/contacts/con_unknown/comment/cmc_unknown", "Contact"),
            ("GET", $"/contacts/{id}/comment/cmc_unknown", "Comment"),
            ("DELETE", $"/contacts/{id}/comment/cmc_unknown", "Comment"),
            ("GET", "/contact/con_unknown/files", "Contact"),
            ("GET", "/conversations_activities/conv_unknown", "Conversation"),
        ])
        {
            using var response = await http.SendAsync(method, path);
            ((int)response.StatusCode).Should().Be(isOlder ? 400 : 404, "of {0}", path);
            (await EmulatorHttp.ReadAsync(response)).GetProperty("message").GetString()
                .Should().Be(isOlder ? "Not Found" : what + " not found", "of {0}", path);
        }
    }

    private static IEnumerable<string> Names(JsonElement json) => json.EnumerateObject().Select(property => property.Name);
}
