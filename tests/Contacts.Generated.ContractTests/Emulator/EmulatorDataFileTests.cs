using System.Text;
using System.Text.Json;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>Data that an emulator begins with, from a file.</summary>
public sealed class EmulatorDataFileTests : IDisposable
{
    private const string Whole = """
        {
          "contacts": [
            {
              "id": "con_1", "display_name": "First Person", "email": "first@example.com", "shoe_size": 43,
              "conversations": [
                { "_id": "conv_1", "conversation": { "status": "pending" }, "activities": [{ "_id": "act_1", "summary": "One" }] }
              ],
              "comments": [{ "_id": "cmc_1", "content": "Nested" }],
              "message_comments": [{ "_id": "cmc_2", "content": "Hi", "comments": [{ "_id": "cmc_3", "content": "Ask" }] }],
              "files": [{ "_id": "msg_1", "content": { "caption": "a.png", "url": "https://files.example.com/a.png" } }]
            },
            { "display_name": "Second Person" }
          ],
          "activities": [{ "conversation_id": "conv_2", "summary": "Two" }],
          "comments": [{ "contact_id": "con_1", "content": "Flat" }, { "conversation_id": "conv_2", "content": "By conversation" }],
          "conversations": [{ "_id": "conv_2", "contact_id": "con_1", "status": "closed" }],
          "files": [{ "from": "con_1", "content": { "caption": "b.png" } }],
          "notifications": [{ "id": "not_1", "type": 204, "title": "Mine" }, { "recipient": "Second User", "title": "Theirs" }]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ContactsDialect.WebApp)]
    [InlineData(ContactsDialect.VendorSdk)]
    public async Task A_file_may_have_everything(ContactsDialect dialect)
    {
        await using var emulator = Start("seed.json", Whole, options =>
        {
            options.Dialect = dialect;
            options.Users["api_second"] = "Second User";
        });
        var client = emulator.CreateClient(options => options.Dialect = dialect);

        var contacts = (await client.ListAsync()).Data;
        contacts.Select(one => one.DisplayName).Should().Equal("First Person", "Second Person");
        contacts[1].Id.Should().StartWith("con_");
        contacts.Should().OnlyContain(one => one.OrganizationId == "org_emulator" && one.CreatedAt != null);
        emulator.Contacts[0].AdditionalProperties.Should().ContainKey("shoe_size").And.HaveCount(1);
        (await client.GetConversationsAsync("con_1")).Select(one => (one.Id, one.Status, one.ContactId))
            .Should().Equal(("conv_1", "pending", "con_1"), ("conv_2", "closed", "con_1"));
        (await client.GetActivitiesAsync("conv_1")).Should().ContainSingle().Which.Id.Should().Be("act_1");
        emulator.ActivitiesOf("conv_2").Should().ContainSingle().Which.Summary.Should().Be("Two");
        (await client.GetCommentsAsync("con_1")).Select(one => one.Text).Should().Equal("Nested", "Flat", "By conversation");
        emulator.CommentsOf("con_1").Should().OnlyContain(one => one.AdditionalProperties.Count == 0 && one.Id.StartsWith("cmc_"));
        (await client.GetMessageCommentsAsync("con_1")).Should().ContainSingle().Which.Comments![0].Text.Should().Be("Ask");
        (await client.GetFilesAsync("con_1")).Select(one => one.Name).Should().Equal("a.png", "b.png");
        (await client.GetCommentsAsync(contacts[1].Id)).Should().BeEmpty();
        (await client.ListNotificationsAsync()).Data.Should().ContainSingle().Which.Id.Should().Be("not_1");
        emulator.NotificationsOf("Second User").Should().ContainSingle().Which.Title.Should().Be("Theirs");
        emulator.NotificationsOf("Second User")[0].UserId.Should().StartWith("u_");
    }

    [Fact]
    public async Task Reset_brings_the_data_back_without_the_file()
    {
        await using var emulator = Start("seed.json", Whole);
        File.Delete(_folder.At("seed.json"));
        var client = emulator.CreateClient();
        var before = JsonSerializer.Serialize(await client.ListAsync());
        var second = emulator.Contacts[1].Id;

        await client.UpdateAsync("con_1", new UpdateContactInput { Name = "Changed" });
        await client.DeleteAsync(second);
        await client.DeleteCommentAsync("con_1", "cmc_1");
        emulator.ConversationsOf("con_1")[0].Status = "changed";
        emulator.Notifications[0].Title = "Changed";
        (await client.GetConversationsAsync("con_1"))[0].Contact!.DisplayName.Should().Be("Changed");
        emulator.Reset();

        JsonSerializer.Serialize(await client.ListAsync()).Should().Be(before);
        (await client.GetCommentAsync("con_1", "cmc_1")).Text.Should().Be("Nested");
        (await client.GetConversationsAsync("con_1"))[0].Status.Should().Be("pending");
        emulator.Notifications[0].Title.Should().Be("Mine");
        emulator.Contacts[1].Id.Should().Be(second);
    }

    [Theory]
    [InlineData("list.json", """[{"id":"con_1"},{"id":"con_2"}]""")]
    [InlineData("page.json", """{"object_name":"list","data":[{"id":"con_1"},{"id":"con_2"}],"has_more":false,"count":2,"total":2,"nested":{}}""")]
    [InlineData("lines.ndjson", "{\"id\":\"con_1\"}\r\n\r\n{\"contact\":{\"_id\":\"con_2\"}}\r\n{\"comment\":{\"contact_id\":\"con_1\"}}")]
    [InlineData("lines.jsonl", "\uFEFF{\"id\":\"con_1\"}\n{\"id\":\"con_2\"}\n")]
    [InlineData("lines", "{\"id\":\"con_1\"}\n{\"id\":\"con_2\"}\n")]
    [InlineData("lines.json", "{\"id\":\"con_1\"}\n{\"id\":\"con_2\"}\n")]
    [InlineData("table.csv", "\uFEFFid\r\ncon_1\r\ncon_2\r\n")]
    [InlineData("table", "id,email\n\ncon_1,\ncon_2,a@example.com")]
    public async Task Each_form_is_read(string name, string text)
    {
        await using var emulator = Start(name, text);

        (await emulator.CreateClient().ListAsync()).Data.Select(one => one.Id).Should().Equal("con_1", "con_2");
        emulator.Notifications.Should().HaveCount(30, "the file has none");
    }

    [Fact]
    public async Task A_file_of_UTF_16_is_read_by_its_mark()
    {
        await File.WriteAllTextAsync(_folder.At("seed.csv"), "display_name\nJürgen 例え\n", Encoding.Unicode);
        await using var emulator = ContactsEmulator.Start(options => options.DataFile = _folder.At("seed.csv"));

        emulator.Contacts.Should().ContainSingle().Which.DisplayName.Should().Be("Jürgen 例え");
    }

    [Fact]
    public async Task Cells_may_be_quoted_and_have_the_kinds_of_the_fields()
    {
        await using var emulator = Start("seed.csv", """"
            Display_Name,email,remark,labels,is_presence,channel_type,created_at,additional_params,Shoe size,
            "Smith, ""Al""",,"First line
            second line",vip; lead,TRUE,line,2026-02-03T04:05:06Z,"{""a"":1}",43,
            Plain,a@example.com,,,,,,,,
            """");

        emulator.Contacts.Should().HaveCount(2);
        var first = (await emulator.CreateClient().ListAsync()).Data[0];
        first.Should().BeEquivalentTo(new
        {
            DisplayName = "Smith, \"Al\"",
            Remark = "First line\nsecond line",
            Email = (string?)null,
            IsPresence = true,
            ChannelType = ChannelType.Line,
            CreatedAt = new DateTimeOffset(2026, 2, 3, 4, 5, 6, TimeSpan.Zero),
        });
        first.Labels.Should().Equal("vip", "lead");
        first.AdditionalParams.Should().ContainKey("a");
        first.AdditionalProperties.Should().ContainKey("Shoe size").WhoseValue.Should().Be("43");
        emulator.Contacts[1].Remark.Should().BeEmpty();
    }

    [Fact]
    public async Task Sort_search_export_and_a_shifting_list_work_on_the_data()
    {
        await using var emulator = Start(
            "seed.ndjson",
            string.Join('\n', Enumerable.Range(0, 5).Select(
                index => $$"""{"id":"con_{{index}}","display_name":"Person {{index}}","created_at":"2026-01-0{{5 - index}}T00:00:00Z"}""")),
            options => options.ShiftWhilePaging = true);
        var client = emulator.CreateClient();

        (await client.ListAsync(new() { Sort = "created_at" })).Data.Select(one => one.Id)
            .Should().Equal("con_4", "con_3", "con_2", "con_1", "con_0");
        var page = (await client.ListAsync()).Data;
        page.Should().HaveCount(5);
        page[0].Id.Should().NotStartWith("con_0", "a generated contact came in at the top");
        (await client.GetAsync(page[0].Id)).Email.Should().EndWith("@example.com");
        (await client.GetConversationsAsync(page[0].Id)).Should().NotBeEmpty();
        (await client.SearchAsync("Person")).Data.Should().HaveCountGreaterThan(2);
        await using var export = await client.ExportCsvAsync();
        (await new StreamReader(export.Content).ReadToEndAsync()).Should().Contain("Person ");
    }

    [Fact]
    public async Task An_export_can_be_loaded_and_exported_again()
    {
        await using var emulator = ContactsEmulator.Start(options => options.Contacts = 200);
        var path = _folder.At("contacts.csv");
        await emulator.CreateClient().ExportCsvToFileAsync(path);
        await using var loaded = ContactsEmulator.Start(options => options.DataFile = path);
        var again = _folder.At("again.csv");

        await loaded.CreateClient().ExportCsvToFileAsync(again);

        (await File.ReadAllTextAsync(again)).Should().Be(await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task A_list_of_the_service_can_be_loaded_and_is_sent_as_it_was()
    {
        await using var emulator = ContactsEmulator.Start(options => options.Contacts = 50);
        using var http = new EmulatorHttp(emulator);
        var page = await http.GetAsync("/contacts?limit=100");
        await using var loaded = Start("page.json", page.GetRawText());
        using var again = new EmulatorHttp(loaded);

        JsonElement.DeepEquals(await again.GetAsync("/contacts?limit=100"), page).Should().BeTrue();
        (await loaded.CreateClient().ListAsync(new() { Sort = "-created_at", Limit = 1 })).Data[0].Id.Should().Be(emulator.Contacts[49].Id);
    }

    [Fact]
    public async Task A_hundred_thousand_contacts_are_loaded_and_found()
    {
        var path = _folder.Write("seed.ndjson", string.Join('\n', Enumerable.Range(0, 100_000).Select(
            index => $$"""{"id":"con_{{index}}","display_name":"Person {{index}}","labels":["vip"],"remark":"","email":null}""")));
        await using var emulator = ContactsEmulator.Start(options => options.DataFile = path);
        var client = emulator.CreateClient();

        (await client.GetAsync("con_99999")).DisplayName.Should().Be("Person 99999");
        (await client.ListAsync(new() { Sort = "-created_at", Limit = 1 })).Data[0].Id.Should().Be("con_99999");
        (await client.SearchAsync("99998")).Data.Should().ContainSingle().Which.Id.Should().Be("con_99998");
    }

    private ContactsEmulator Start(string name, string text, Action<ContactsEmulatorOptions>? configure = null)
    {
        var path = _folder.Write(name, text);
        return ContactsEmulator.Start(options =>
        {
            options.DataFile = path;
            configure?.Invoke(options);
        });
    }
}
