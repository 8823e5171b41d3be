using System.Text.Json;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>What requests create and delete.</summary>
public sealed partial class EmulatorStateTests
{
    [Fact]
    public async Task A_new_contact_is_everywhere_and_a_deleted_one_nowhere()
    {
        var created = await _http.JsonAsync("POST", "/contacts", EmulatorHttp.Json("""{"display_name":"Zaphod Unique"}"""));
        var id = created.GetProperty("id").GetString()!;

        id.Should().StartWith("con_");
        created.GetProperty("created_at").GetDateTimeOffset().Should().BeAfter(_emulator.Contacts[24].CreatedAt!.Value);
        created.GetProperty("updated_at").ValueKind.Should().Be(JsonValueKind.Null);
        (await _http.GetAsync($"/contacts/{id}")).GetProperty("data").GetProperty("display_name").GetString().Should().Be("Zaphod Unique");
        Ids(await _http.GetAsync("/contacts?limit=1&sort=-created_at")).Should().Equal(id);
        Ids(await _http.GetAsync("/contacts/_search?q=zaphod")).Should().Equal(id);
        (await ExportAsync()).Should().Contain(id);

        await _http.JsonAsync("DELETE", $"/contacts/{id}");

        foreach (var path in (string[])["", "/conversations", "/comments", "/message_comments", "/files"])
        {
            using var response = await _http.SendAsync("GET", $"/contacts/{id}{path}");
            ((int)response.StatusCode).Should().Be(404, "of {0}", path);
        }

        Ids(await _http.GetAsync("/contacts?limit=100")).Should().HaveCount(25).And.NotContain(id);
        Ids(await _http.GetAsync("/contacts/_search?q=zaphod")).Should().BeEmpty();
        (await ExportAsync()).Should().NotContain(id);
    }

    [Fact]
    public async Task A_new_contact_has_the_fields_that_were_sent_and_the_defaults_of_the_others()
    {
        var every = await CreateAsync("""
            {"display_name":"Test Person","first_name":"T","last_name":"P","email":"t@example.com","phone_number":"5550100",
             "channel_id":"ch_1","channel_type":"line","time_zone":"Etc/UTC","avatar_url":"https://files.example.com/x.png",
             "provider_user_id":"p_1","bu_id":"bu_1","labels":["vip"],"shoe_size":43,"id":"con_mine"}
            """);
        var none = await CreateAsync("{}");
        var named = await CreateAsync("""{"first_name":"Ada","channel_type":null,"bu_id":""}""");

        every.Should().BeEquivalentTo(new
        {
            DisplayName = "Test Person",
            FirstName = "T",
            LastName = "P",
            Email = "t@example.com",
            PhoneNumber = "5550100",
            ChannelId = "ch_1",
            ChannelType = ChannelType.Line,
            TimeZone = "Etc/UTC",
            AvatarUrl = "https://files.example.com/x.png",
            ProviderUserId = "p_1",
            BusinessUnitId = "bu_1",
        });
        every.Id.Should().NotBe("con_mine");
        every.Labels.Should().Equal("vip");
        every.AdditionalProperties.Should().ContainKey("shoe_size");
        none.Should().BeEquivalentTo(new { DisplayName = "", Email = "", ChannelType = ChannelType.Web, BusinessUnitId = "bu_emulator" });
        none.Labels.Should().BeEmpty();
        (named.DisplayName, named.ChannelType, named.BusinessUnitId).Should().Be(("Ada", ChannelType.Web, "bu_emulator"));
    }

    [Fact]
    public async Task A_new_contact_begins_with_nothing()
    {
        var id = (await CreateAsync("{}")).Id;

        (await _http.GetAsync($"/contacts/{id}/conversations")).GetProperty("data").GetArrayLength().Should().Be(0);
        (await _http.GetAsync($"/contacts/{id}/comments")).GetProperty("count").GetInt32().Should().Be(0);
        (await _http.GetAsync($"/contacts/{id}/message_comments")).GetProperty("count").GetInt32().Should().Be(0);
        (await _http.GetAsync($"/contact/{id}/files")).GetArrayLength().Should().Be(0);
        var contact = (await _http.GetAsync($"/contacts/{id}")).GetProperty("data");
        contact.GetProperty("board_item_id").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_channel_of_a_contact_stays_what_it_was_created_with()
    {
        var contact = _emulator.Contacts[0];
        var before = (contact.ChannelType, contact.ChannelId, contact.BusinessUnitId, contact.BoardItemId);

        await _http.JsonAsync("PUT", $"/contacts/{contact.Id}", EmulatorHttp.Json(
            """{"channel_type":"telex","channel_id":"ch_x","bu_id":"bu_x","business_unit_id":"bu_x","board_item_id":"bi_x"}"""));

        (contact.ChannelType, contact.ChannelId, contact.BusinessUnitId, contact.BoardItemId).Should().Be(before);
        contact.AdditionalProperties.Should().BeEmpty();
    }

    [Fact]
    public async Task Comments_are_written_read_and_deleted()
    {
        var path = $"/contacts/{_emulator.Contacts[1].Id}";
        var before = CommentIds(await _http.GetAsync(path + "/comments?limit=100"));

        var written = await _http.JsonAsync("POST", path + "/comments", EmulatorHttp.Json("""{"content":"Called back"}"""));
        var id = written.GetProperty("_id").GetString()!;

        written.GetProperty("from").GetProperty("_id").GetString().Should().Be("u_emulator");
        var read = (await _http.GetAsync($"{path}/comment/{id}")).GetProperty("data");
        read.GetProperty("content").GetString().Should().Be("Called back");
        CommentIds(await _http.GetAsync(path + "/comments?limit=100")).Should().Equal([.. before, id]);

        await _http.JsonAsync("DELETE", $"{path}/comment/{before[0]}");
        await _http.JsonAsync("DELETE", $"{path}/comment/{id}");

        CommentIds(await _http.GetAsync(path + "/comments?limit=100")).Should().Equal(before.Skip(1));
        using var gone = await _http.SendAsync("DELETE", $"{path}/comment/{id}");
        ((int)gone.StatusCode).Should().Be(404);

        _emulator.Reset();

        CommentIds(await _http.GetAsync(path + "/comments?limit=100")).Should().Equal(before);
    }

    [Fact]
    public async Task Comments_on_messages_come_in_pages_of_fifty()
    {
        var path = $"/contacts/{_emulator.Contacts[1].Id}/message_comments";

        var first = await _http.GetAsync(path);
        var second = await _http.GetAsync(path + "?skip=50");
        var newest = await _http.GetAsync(path + "?limit=100&sort=updated_at&order=desc");

        CommentIds(first).Should().HaveCount(50);
        first.GetProperty("has_more").GetBoolean().Should().BeTrue();
        first.GetProperty("items")[0].GetProperty("comments")[0].GetProperty("content").GetString().Should().NotBeEmpty();
        List<string> all = [.. CommentIds(first), .. CommentIds(second)];
        all.Should().HaveCount(first.GetProperty("count").GetInt32()).And.OnlyHaveUniqueItems();
        CommentIds(newest).Should().Equal(Enumerable.Reverse(all));
    }

    [Fact]
    public async Task Comments_are_filtered_by_every_channel_that_is_named()
    {
        var path = $"/contacts/{_emulator.Contacts.First(contact => contact.ChannelType == ChannelType.WhatsApp).Id}/comments?limit=100";
        var channels = (await _http.GetAsync(path)).GetProperty("items").EnumerateArray()
            .Select(comment => comment.GetProperty("channel_type").GetString()!).ToList();

        foreach (var named in channels.Distinct())
        {
            (await _http.GetAsync($"{path}&channel_types=telex&channel_types={named}")).GetProperty("count").GetInt32()
                .Should().Be(channels.Count(channel => channel == named));
        }

        (await _http.GetAsync(path + "&channel_types=telex")).GetProperty("count").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task A_record_on_the_board_leads_to_its_contact_and_some_contacts_have_none()
    {
        var contact = _emulator.Contacts[2];
        var notification = _emulator.Notifications.First(one => one.Type == NotificationType.CrmAssigned);

        var found = await _http.GetAsync($"/contacts/by-board-item/{contact.BoardItemId}");

        found.GetProperty("data").GetProperty("id").GetString().Should().Be(contact.Id);
        found.GetProperty("data").GetProperty("board_id").GetString().Should().Be("brd_emulator");
        _emulator.Contacts.Should().Contain(one => one.BoardItemId == null).And.Contain(one => one.BoardItemId != null);
        notification.Title.Should().Be(notification.Content);
        notification.From.Should().StartWith("u_");
        _emulator.Contacts.Should().Contain(one => one.BoardItemId == notification.ActionTo!.BoardItemId);
    }

    private static List<string> CommentIds(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(comment => comment.GetProperty("_id").GetString()!)];

    private async Task<Contact> CreateAsync(string body)
    {
        await _http.JsonAsync("POST", "/contacts", EmulatorHttp.Json(body));
        return _emulator.Contacts[^1];
    }
}
