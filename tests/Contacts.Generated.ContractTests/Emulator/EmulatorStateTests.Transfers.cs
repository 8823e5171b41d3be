namespace Contacts.Generated.ContractTests.Emulator;

// Notifications, uploads and the export.
public sealed partial class EmulatorStateTests
{
    [Fact]
    public async Task Read_and_dismissed_notifications_change_the_list_and_the_unread_count()
    {
        var first = _emulator.Notifications[0].Id;
        var second = _emulator.Notifications[1].Id;
        var before = (await _http.GetAsync("/notifications")).GetProperty("unread_count").GetInt32();

        await _http.JsonAsync("PUT", "/notifications/read", EmulatorHttp.Json($"""["{first}","not_unknown"]"""));
        await _http.JsonAsync("DELETE", "/notifications/dismiss", EmulatorHttp.Json($"""["{second}"]"""));

        var page = await _http.GetAsync("/notifications?limit=100");
        page.GetProperty("unread_count").GetInt32().Should().Be(before - 2);
        page.GetProperty("data")[0].GetProperty("is_read").GetBoolean().Should().BeTrue();
        Ids(page).Should().Contain(first).And.NotContain(second);
        page.GetProperty("count").GetInt32().Should().Be(29);

        await _http.JsonAsync("DELETE", "/notifications/dismiss/all");
        (await _http.GetAsync("/notifications")).GetProperty("count").GetInt32().Should().Be(0);
    }

    [Fact]
    public async Task Notifications_can_be_listed_and_dismissed_by_group()
    {
        var teams = await _http.GetAsync("/notifications?type=teams&limit=100");
        await _http.JsonAsync("DELETE", "/notifications/dismiss/all?type=teams");
        var rest = await _http.GetAsync("/notifications?limit=100");

        teams.GetProperty("data")
            .EnumerateArray().Should().OnlyContain(notification => notification.GetProperty("type").GetInt32() / 100 == 3);
        rest.GetProperty("count").GetInt32().Should().Be(30 - teams.GetProperty("count").GetInt32()).And.BePositive();
    }

    [Fact]
    public async Task An_uploaded_file_comes_back_byte_for_byte_from_the_address_that_was_answered()
    {
        var bytes = Enumerable.Range(0, 100_000).Select(index => (byte)(index * 7)).ToArray();
        "\r\n--boundary\r\n\r\n"u8.CopyTo(bytes.AsSpan(500));
        using var form = new MultipartFormDataContent("boundary-2")
        {
            { new StringContent("not a file"), "note" },
            { new ByteArrayContent(bytes), "anything", "bild ä.JPG" },
        };

        var url = (await _http.JsonAsync("POST", "/contacts/_fileupload", form)).GetProperty("url").GetString()!;

        url.Should().StartWith(_emulator.GatewayUrl.ToString()).And.EndWith(".jpg");
        (await _http.DownloadAsync(url)).Should().Equal(bytes);
    }

    [Fact]
    public async Task The_export_has_a_header_and_a_quoted_row_for_each_contact_in_order()
    {
        _emulator.Contacts[0].DisplayName = "Comma, \"Quote\"\r\nLine";
        _emulator.Contacts[0].Remark = "";
        _emulator.Contacts[0].CompanyName = "";
        foreach (var contact in _emulator.Contacts.Skip(1))
        {
            contact.Remark = contact.CompanyName = "plain";
        }

        var rows = (await ExportAsync("?sort=created_at")).Split("\r\n");

        rows[0].Should().StartWith("id,display_name,");
        rows[1].Should().EndWith("\"Comma, \"\"Quote\"\"");
        rows.Should().HaveCount(1 + 26 + 1);
        rows[^2].Should().StartWith(_emulator.Contacts[24].Id);
    }
}
