using System.Text.Json;
using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Output;

/// <summary>What of a result people choose: columns, width, a query, CSV.</summary>
public sealed class ChoiceTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private ContactsEmulator Emulator => fixture.Emulator;

    [Fact]
    public async Task What_there_is_no_room_for_is_told_in_one_line_and_shown_by_wide()
    {
        var narrow = await TerminalAsync(60, "list", "--limit", "2");
        var wide = await TerminalAsync(60, "list", "--limit", "2", "--wide");

        narrow.Error.Should().StartWith("No room for Channel and Created: --wide shows everything, --columns what you choose.\n");
        wide.Output.Should().Contain(Emulator.Contacts[0].Id).And.Contain("CREATED");
        wide.Error.Should().NotContain("No room");
    }

    [Fact]
    public async Task A_table_in_a_pipe_is_whole()
    {
        var result = await new CliRunner(Emulator).RunAsync("list", "--limit", "2", "--output", "table");

        result.OutputLines[1].Should().StartWith(Emulator.Contacts[0].Id).And.EndWith("Z");
    }

    [Fact]
    public async Task Columns_are_chosen_by_title_or_by_field_in_the_order_given()
    {
        var result = await TerminalAsync(80, "list", "--limit", "1", "--columns", "email, name,time_zone");

        result.OutputLines.Should().Equal(
            "EMAIL                NAME           TIME_ZONE", "person1@example.com  Άρης Γεωργίου  Europe/Athens");
    }

    [Fact]
    public async Task An_unknown_column_is_a_usage_error_that_names_the_nearest()
    {
        var result = await TerminalAsync(80, "list", "--columns", "id,emial");

        result.ExitCode.Should().Be(2);
        result.Error.Should().StartWith(
            "contacts: --columns: there is no column \"emial\"; did you mean \"email\"? There are id, name, email,");
    }

    [Fact]
    public async Task A_shortened_id_is_refused_with_the_way_to_the_whole_one()
    {
        var result = await new CliRunner(Emulator).RunAsync("get", "con_591d…0000");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("CONTACT_ID is a shortened id: --wide shows it whole");
    }

    [Fact]
    public async Task Csv_has_the_columns_of_the_table_and_quotes_what_needs_it()
    {
        await using var emulator = ContactsEmulator.Start(options => options.Contacts = 2);
        emulator.Contacts[0].DisplayName = "A, \"B\"\nC";
        var cli = new CliRunner(emulator);

        var page = await cli.RunAsync("list", "--output", "csv", "--columns", "id,name,created");
        var all = await cli.RunAsync("list", "--all", "--output", "csv", "--columns", "id,name,created");
        var none = await cli.RunAsync("list", "--skip", "9", "--output", "csv", "--columns", "id,name");

        page.Output.Should().Be(
            $"id,name,created\r\n{emulator.Contacts[0].Id},\"A, \"\"B\"\"\nC\",2020-01-01 00:02Z\r\n"
            + $"{emulator.Contacts[1].Id},{emulator.Contacts[1].DisplayName},2020-01-01 00:21Z\r\n");
        all.Output.Should().Be(page.Output);
        none.Output.Should().Be("id,name\r\n");
    }

    [Fact]
    public async Task A_query_chooses_what_of_the_JSON_is_shown_and_a_text_comes_bare()
    {
        var cli = new CliRunner(Emulator);
        var id = Emulator.Contacts[1].Id;

        (await cli.RunAsync("get", id, "--query", "email")).Output.Should().Be("person2@example.com\n");
        (await cli.RunAsync("get", id, "--query", "no_such_field")).Output.Should().Be("null\n");
        using var page = JsonDocument.Parse((await cli.RunAsync("list", "--query", "data[?email=='person2@example.com'].{id: id}")).Output);
        page.RootElement[0].GetProperty("id").GetString().Should().Be(id);
        (await cli.RunAsync("list", "--all", "--query", "length(data)")).Output.Should().Be("25\n");
        (await cli.RunAsync("list", "--limit", "2", "--output", "ndjson", "--query", "email")).Output
            .Should().Be("\"person1@example.com\"\n\"person2@example.com\"\n");
        (await TerminalAsync(80, "get", id, "--query", "email")).Output.Should().Be("person2@example.com\n");
    }

    [Theory]
    [InlineData("data[?a='x']", "the expression is not understood from character 8 on, \"=\".")]
    [InlineData("data[", "the expression ends too early.")]
    [InlineData("", "the expression ends too early.")]
    [InlineData("unknown(data)", "no function named unknown has been registered.")]
    [InlineData("sum(data)", "function sum expects an array of number.")]
    public async Task A_mistake_in_a_query_is_a_usage_error_that_says_where(string query, string advice)
    {
        var result = await new CliRunner(Emulator).RunAsync("list", "--query", query);

        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().StartWith($"contacts: --query: {advice} jmespath.org explains the language.");
    }

    [Theory]
    [InlineData("list", "--output", "json", "--wide")]
    [InlineData("list", "--output", "csv", "--query", "data")]
    [InlineData("list", "--columns", "id", "--query", "data")]
    public async Task What_does_not_go_together_is_a_usage_error(params string[] args)
    {
        var result = await new CliRunner().With("IMBRACE_GATEWAY_URL", "http://127.0.0.1:9").With("IMBRACE_API_KEY", "k").RunAsync(args);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--query");
    }

    private Task<CliResult> TerminalAsync(int width, params string[] args) =>
        new CliRunner(Emulator) { TerminalWidth = width, IsErrorTerminal = true }.With("NO_COLOR", "1").RunAsync(args);
}
