using System.Text.Json;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

public sealed partial class EmulatorStateTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly EmulatorHttp _http;

    public EmulatorStateTests() => _http = new EmulatorHttp(_emulator);

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
    }

    [Fact]
    public async Task An_update_is_seen_by_get_list_search_and_export()
    {
        var id = _emulator.Contacts[3].Id;

        await _http.JsonAsync("PUT", $"/contacts/{id}", EmulatorHttp.Json("""{"display_name":"Zaphod Unique","phone_number":"5559999"}"""));

        (await _http.GetAsync($"/contacts/{id}")).GetProperty("data").GetProperty("display_name").GetString().Should().Be("Zaphod Unique");
        (await _http.GetAsync("/contacts?skip=3&limit=1"))
            .GetProperty("data")[0].GetProperty("phone_number").GetString().Should().Be("5559999");
        (await _http.GetAsync("/contacts/_search?q=zaphod&type=text")).GetProperty("count").GetInt32().Should().Be(1);
        (await ExportAsync()).Should().Contain("Zaphod Unique");
        _emulator.Contacts[3].DisplayName.Should().Be("Zaphod Unique");
    }

    [Fact]
    public async Task An_update_merges_and_null_clears_and_the_change_has_a_time()
    {
        var contact = _emulator.Contacts[0];
        var email = contact.Email;

        var updated = await _http.JsonAsync("PUT", $"/contacts/{contact.Id}", EmulatorHttp.Json("""{"avatar_url":null,"remark":null,"gender":"f"}"""));

        updated.GetProperty("action").GetString().Should().Be("bu.contact_updated");
        updated.GetProperty("email").GetString().Should().Be(email);
        updated.GetProperty("remark").GetString().Should().BeEmpty();
        updated.GetProperty("gender").GetString().Should().Be("Female");
        updated.TryGetProperty("avatar_url", out _).Should().BeFalse();
        updated.GetProperty("updated_at").GetDateTimeOffset().Should().BeAfter(contact.CreatedAt!.Value);
    }

    [Fact]
    public async Task What_the_service_sets_itself_cannot_be_updated()
    {
        var contact = _emulator.Contacts[0];

        var updated = await _http.JsonAsync("PUT", $"/contacts/{contact.Id}", EmulatorHttp.Json("""{"id":"other","organization_id":"other","created_at":null}"""));

        updated.GetProperty("id").GetString().Should().Be(contact.Id);
        updated.GetProperty("organization_id").GetString().Should().NotBe("other");
        updated.GetProperty("created_at").ValueKind.Should().Be(JsonValueKind.String);
    }

    [Fact]
    public async Task Both_names_make_the_display_name()
    {
        var updated = await _http.JsonAsync("PUT", $"/contacts/{_emulator.Contacts[0].Id}", EmulatorHttp.Json("""{"first_name":"Ada","last_name":"Example"}"""));

        updated.GetProperty("display_name").GetString().Should().Be("Ada Example");
    }

    [Fact]
    public async Task Skip_and_limit_cut_the_list_and_limit_is_capped()
    {
        using var emulator = ContactsEmulator.Start(options => options.MaxLimit = 7);
        using var http = new EmulatorHttp(emulator);

        Ids(await http.GetAsync("/contacts?skip=20&limit=100")).Should().Equal(emulator.Contacts.Skip(20).Select(contact => contact.Id));
        Ids(await http.GetAsync("/contacts?limit=100")).Should().HaveCount(7);
        Ids(await http.GetAsync("/contacts?skip=100")).Should().BeEmpty();
        Ids(await _http.GetAsync("/contacts")).Should().HaveCount(10);
    }

    [Theory]
    [InlineData("created_at")]
    [InlineData("-created_at")]
    [InlineData("email")]
    [InlineData("-display_name")]
    [InlineData("last_seen")]
    [InlineData("channel_type")]
    public async Task Sort_orders_the_whole_list(string sort)
    {
        var field = sort.TrimStart('-');
        var all = (await _http.GetAsync($"/contacts?limit=100&sort={sort}")).GetProperty("data").EnumerateArray().ToArray();
        var pages = new List<string>();
        for (var skip = 0; skip < 25; skip += 7)
        {
            pages.AddRange(Ids(await _http.GetAsync($"/contacts?limit=7&skip={skip}&sort={sort}")));
        }

        var values = all.Select(contact => contact.TryGetProperty(field, out var value) ? value.GetString()! : "");
        if (sort[0] == '-')
        {
            values.Should().BeInDescendingOrder(StringComparer.Ordinal);
        }
        else
        {
            values.Should().BeInAscendingOrder(StringComparer.Ordinal);
        }

        pages.Should().Equal(all.Select(contact => contact.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("person7@example.com", 1)]
    [InlineData("PERSON7@EXAMPLE.COM", 1)]
    [InlineData("person7", 1)]
    [InlineData("example", 24)]
    [InlineData("exampl", 0)]
    [InlineData("5550000007", 1)]
    [InlineData("555", 0)]
    [InlineData("person7 person8", 0)]
    [InlineData("person7 example", 1)]
    public async Task Search_finds_whole_words_whatever_their_case(string query, int count)
    {
        var page = await _http.GetAsync($"/contacts/_search?q={Uri.EscapeDataString(query)}&type=text");

        page.GetProperty("count").GetInt32().Should().Be(count);
    }

    [Fact]
    public async Task Search_finds_names_in_any_script_and_international_numbers()
    {
        _emulator.Contacts[5].DisplayName = "สมชาย ΑΡΗΣ Γεωργίου";
        _emulator.Contacts[5].AreaCode = "66";

        foreach (var query in (string[])["สมชาย", "άρης γεωργίου", "γεωργίου", "+665550000006"])
        {
            var page = await _http.GetAsync($"/contacts/_search?limit=100&q={Uri.EscapeDataString(query)}");
            if (query == "άρης γεωργίου")
            {
                // Accents count: only what is written alike is found.
                Ids(page).Should().NotContain(_emulator.Contacts[5].Id);
            }
            else
            {
                Ids(page).Should().Contain(_emulator.Contacts[5].Id, "of {0}", query);
            }
        }
    }

    [Fact]
    public async Task Search_can_be_narrowed_to_a_channel_and_other_kinds_find_nothing()
    {
        _emulator.Contacts[0].ChannelType = ChannelType.Line;

        var inChannel = await _http.GetAsync("/contacts/_search?q=person1&type=line");
        var otherKind = await _http.GetAsync("/contacts/_search?q=person1&type=phonetic");

        inChannel.GetProperty("count").GetInt32().Should().Be(1);
        otherKind.GetProperty("count").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task What_belongs_to_a_contact_hangs_together()
    {
        var id = _emulator.Contacts[2].Id;

        var conversations = (await _http.GetAsync($"/contacts/{id}/conversations")).GetProperty("data").EnumerateArray().ToArray();
        var comments = await _http.GetAsync($"/contacts/{id}/comments?limit=5&skip=10");
        var files = await _http.GetAsync($"/contact/{id}/files");

        conversations.Should()
            .NotBeEmpty().And.OnlyContain(item => item.GetProperty("conversation").GetProperty("contact_id").GetString() == id);
        comments.GetProperty("items").GetArrayLength().Should().Be(Math.Min(5, comments.GetProperty("count").GetInt32() - 10));
        comments.GetProperty("items")[0].GetProperty("conversation_id").GetString().Should()
            .BeOneOf(conversations.Select(item => item.GetProperty("_id").GetString()));
        files.EnumerateArray().Select(file => file.GetProperty("created_at").GetString()!)
            .Should().NotBeEmpty().And.BeInDescendingOrder(StringComparer.Ordinal);
        foreach (var conversation in conversations)
        {
            var activities = await _http.GetAsync($"/conversations_activities/{conversation.GetProperty("_id").GetString()}");
            activities.GetProperty("items")[0]
                .GetProperty("conversation_id").GetString().Should().Be(conversation.GetProperty("_id").GetString());
        }
    }

    [Fact]
    public async Task Conversations_are_filtered_by_a_repeated_key_and_by_a_value_with_commas()
    {
        var id = _emulator.Contacts.First(contact => contact.ChannelType == ChannelType.WhatsApp).Id;

        (await _http.GetAsync($"/contacts/{id}/conversations?channel_types=web&channel_types=whatsapp"))
            .GetProperty("data").GetArrayLength().Should().BePositive();
        (await _http.GetAsync($"/contacts/{id}/conversations?channel_types=web,whatsapp"))
            .GetProperty("data").GetArrayLength().Should().BePositive();
        (await _http.GetAsync($"/contacts/{id}/conversations?channel_types=telex")).GetProperty("data").GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task A_test_changes_the_lists_while_the_emulator_runs()
    {
        _emulator.Contacts.Insert(0, new Contact { Id = "con_mine", DisplayName = "Mine" });
        _emulator.Contacts.RemoveAt(1);
        _emulator.Notifications.Clear();
        _emulator.Notifications.Add(new Notification { Id = "not_mine", Title = "Mine" });

        Ids(await _http.GetAsync("/contacts?limit=1")).Should().Equal("con_mine");
        (await _http.GetAsync("/contacts/con_mine/comments")).GetProperty("count").GetInt32().Should().Be(0);
        (await _http.GetAsync("/contacts/con_mine/conversations")).GetProperty("data").GetArrayLength().Should().Be(0);
        Ids(await _http.GetAsync("/notifications")).Should().Equal("not_mine");
    }

    [Fact]
    public async Task Reset_goes_back_to_the_start()
    {
        var id = _emulator.Contacts[0].Id;
        var name = _emulator.Contacts[0].DisplayName;
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "a.png" } };
        var url = (await _http.JsonAsync("POST", "/contacts/_fileupload", form)).GetProperty("url").GetString()!;
        await _http.JsonAsync("PUT", $"/contacts/{id}", EmulatorHttp.Json("""{"display_name":"Changed"}"""));
        await _http.JsonAsync("DELETE", "/notifications/dismiss/all");
        _emulator.FailNext(null, EmulatorFault.Status(500));

        _emulator.Reset();

        _emulator.Requests.Should().BeEmpty();
        (await _http.GetAsync($"/contacts/{id}")).GetProperty("data").GetProperty("display_name").GetString().Should().Be(name);
        (await _http.GetAsync("/notifications")).GetProperty("count").GetInt32().Should().Be(30);
        await FluentActions.Awaiting(() => _http.DownloadAsync(url)).Should().ThrowAsync<HttpRequestException>();
    }

    private static IEnumerable<string> Ids(JsonElement page) =>
        page.GetProperty("data").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);

    private async Task<string> ExportAsync(string query = "")
    {
        using var response = await _http.SendAsync("GET", "/contacts/_export_csv" + query);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/csv");
        return await response.Content.ReadAsStringAsync();
    }
}
