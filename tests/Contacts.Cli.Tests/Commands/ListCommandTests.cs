using System.Text.Json;
using System.Text.Json.Nodes;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Commands;

public sealed class ListCommandTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private readonly ContactsEmulator _emulator = fixture.Emulator;

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("ndjson")]
    public async Task A_page_has_three_forms(string form)
    {
        var result = await new CliRunner(_emulator).RunAsync("list", "--limit", "12", "--output", form);

        (result.ExitCode, result.Error).Should().Be((0, ""));
        Golden.Check("list-" + form, result.Output);
    }

    [Fact]
    public async Task Json_has_what_the_service_sent_unknown_fields_too()
    {
        await using var emulator = ContactsEmulator.Start();
        emulator.Contacts[0].AdditionalProperties["shoe_size"] = 43;
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Add("x-api-key", CliRunner.ApiKey);
        var sent = JsonNode.Parse(await http.GetStringAsync(new Uri(emulator.GatewayUrl, "channel-service/v1/contacts?limit=5")));

        var result = await new CliRunner(emulator).RunAsync("list", "--limit", "5");

        JsonNode.DeepEquals(JsonNode.Parse(result.Output), sent).Should().BeTrue(result.Output);
        result.Output.Should().Contain("\"shoe_size\": 43");
    }

    [Fact]
    public async Task A_table_is_for_a_terminal_and_json_for_everything_else()
    {
        (await new CliRunner(_emulator) { TerminalWidth = 80 }.RunAsync("list")).Output.Should().StartWith("\e[1mID");
        (await new CliRunner(_emulator).RunAsync("list")).Output.Should().StartWith("{");
    }

    [Fact]
    public async Task A_person_is_told_that_there_are_more()
    {
        (await new CliRunner(_emulator) { TerminalWidth = 80 }.RunAsync("list"))
            .Error.Should().Be("10 of 25 contacts; --all shows every one.\n");
        (await new CliRunner(_emulator) { TerminalWidth = 80 }.RunAsync("search", "nobodyhasthisname"))
            .Should().Be(new CliResult(0, "", "No contacts.\n"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task All_pages_become_one_document_of_the_form_of_a_page(int pagesInFlight)
    {
        var result = await new CliRunner(_emulator).RunAsync("list", "--all", "--page-size", "7", "--pages-in-flight", $"{pagesInFlight}");

        using var document = JsonDocument.Parse(result.Output);
        document.RootElement.GetProperty("data").EnumerateArray().Select(static contact => contact.GetProperty("id").GetString())
            .Should().BeEquivalentTo(_emulator.Contacts.Select(static contact => contact.Id)).And.HaveCount(25);
    }

    [Fact]
    public async Task Options_reach_the_service_and_all_is_read_in_an_order_that_misses_none()
    {
        await using var emulator = ContactsEmulator.Start();
        var cli = new CliRunner(emulator);

        await cli.RunAsync("list", "--limit", "3", "--skip", "2", "--sort", "-email");
        await cli.RunAsync("list", "--all");
        await cli.RunAsync("list", "--all", "--sort", "email", "--skip", "20");
        await cli.RunAsync("search", "person1@example.com", "--type", "text", "--limit", "4");
        await cli.RunAsync("notifications", "list", "--type", "teams");

        var queries = emulator.Requests.Select(static request => request.Path).ToList();
        queries[0].Should().Contain("limit=3").And.Contain("skip=2").And.Contain("sort=-email");
        queries[1].Should().Contain("sort=created_at");
        queries[2].Should().Contain("sort=email").And.Contain("skip=20");
        queries[3].Should().Contain("limit=4").And.Contain("type=text").And.Contain("person1");
        queries[4].Should().Contain("type=teams");
    }

    [Theory]
    [InlineData("--limit", "--all", "--limit", "3")]
    [InlineData("--page-size", "--page-size", "3")]
    [InlineData("--pages-in-flight", "--pages-in-flight", "3")]
    [InlineData("--resume", "--resume", "somewhere")]
    [InlineData("--output-file", "--output-file", "somewhere")]
    [InlineData("--resume", "--all", "--output-file", "somewhere")]
    [InlineData("--output-file", "--all", "--resume", "somewhere")]
    [InlineData("--limit", "--limit", "0")]
    [InlineData("--skip", "--skip", "-1")]
    [InlineData("--page-size", "--all", "--page-size", "1")]
    [InlineData("--pages-in-flight", "--all", "--pages-in-flight", "65")]
    public async Task Paging_options_that_do_not_fit_are_a_usage_error_that_names_one(string named, params string[] options)
    {
        var result = await new CliRunner(_emulator).RunAsync(["list", .. options]);

        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith("contacts: ").And.Contain(named).And.EndWith("See 'contacts list --help'.\n");
        result.Output.Should().BeEmpty();
    }

    [Fact]
    public async Task An_argument_that_begins_with_an_at_sign_is_no_file()
    {
        await using var emulator = ContactsEmulator.Start();

        var result = await new CliRunner(emulator).RunAsync("search", "@example.com");

        result.ExitCode.Should().Be(0, result.Error);
        emulator.Requests.Should().ContainSingle(request => request.Operation == ContactsOperations.Search);
    }
}
