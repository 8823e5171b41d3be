using System.Text.Json;
using Contacts.Cli.Output;
using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Output;

public sealed class TableTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public async Task A_table_fits_its_terminal(int width)
    {
        var result = await PlainAsync(width, "list", "--limit", "12");

        Golden.Check($"list-terminal-{width}", result.Output);
        result.OutputLines.Should().OnlyContain(line => TextWidth.Of(line) <= width);
        var id = fixture.Emulator.Contacts[0].Id;
        result.Output.Should().Contain(width is 40 or 120 ? id : id[..7]).And.Contain(id[^3..]);
    }

    [Fact]
    public async Task Columns_begin_at_the_same_place_whatever_the_script_of_the_names()
    {
        var result = await PlainAsync(120, "list", "--all");

        // Nothing is known of the last one.
        var starts = result.OutputLines.Skip(1).SkipLast(1)
            .Select(line => TextWidth.Of(line[..line.IndexOf("person", StringComparison.Ordinal)])).Distinct();
        starts.Should().ContainSingle();
        result.OutputLines.Should().HaveCount(26);
    }

    [Fact]
    public async Task A_name_cannot_play_with_the_terminal()
    {
        await using var emulator = ContactsEmulator.Start();
        emulator.Contacts[0].DisplayName = "\e]0;t\a\e[2J\u202eevil";
        var id = emulator.Contacts[0].Id;
        var cli = new CliRunner(emulator) { TerminalWidth = 120 }.With("NO_COLOR", "1");

        foreach (var result in new[] { await cli.RunAsync("list"), await cli.RunAsync(
            "get", id), await cli.RunAsync("get", id, "-o", "json"), await cli.RunAsync("list", "-o", "ndjson") })
        {
            result.Output.Should().Contain("evil").And.NotContainAny("\e", "\a");
        }
    }

    [Fact]
    public async Task Text_of_the_service_is_cleaned_for_a_terminal_and_left_alone_elsewhere()
    {
        await using var emulator = ContactsEmulator.Start();
        const string Evil = "\e]0;t\a\u009b2J\u202e\revil 王";
        emulator.Contacts[0].DisplayName = Evil;
        var terminal = new CliRunner(emulator) { TerminalWidth = 120 }.With("NO_COLOR", "1");
        string[][] commands = [["export"], ["list"], ["get", emulator.Contacts[0].Id], ["list", "-o", "json"],
            ["list", "--all", "-o", "json"], ["list", "--all", "-o", "ndjson"]];

        foreach (var command in commands)
        {
            (await terminal.RunAsync(command)).Output.Should().Contain("evil 王").And.NotContainAny("\e", "\a", "\u009b", "\u202e", "\r");
        }

        (await new CliRunner(emulator).RunAsync("export")).Output.Should().Contain(Evil);
    }

    [Fact]
    public async Task JSON_on_a_terminal_says_the_same_as_elsewhere()
    {
        await using var emulator = ContactsEmulator.Start();
        emulator.Contacts[0].DisplayName = "a\u202eb\u2066c\u0085d";

        var result = await new CliRunner(emulator) { TerminalWidth = 120 }.RunAsync("get", emulator.Contacts[0].Id, "-o", "json");

        using var contact = JsonDocument.Parse(result.Output);
        contact.RootElement.GetProperty("display_name").GetString().Should().Be(emulator.Contacts[0].DisplayName);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("NO_COLOR", "1", false)]
    [InlineData("NO_COLOR", "", true)]
    [InlineData("TERM", "dumb", false)]
    public async Task Colours_can_be_declined(string? variable, string? value, bool hasColour)
    {
        var cli = new CliRunner(fixture.Emulator) { TerminalWidth = 80 };
        var result = await (variable is null ? cli : cli.With(variable, value)).RunAsync("list");

        result.Output.Contains('\e', StringComparison.Ordinal).Should().Be(hasColour);
    }

    [Fact]
    public async Task A_bar_is_shown_on_a_terminal_only_and_never_beside_output()
    {
        (await new CliRunner(fixture.Emulator) { IsErrorTerminal = true }.RunAsync("list", "--all"))
            .Error.Should().Contain("Reading contacts").And.Contain("25 of 25");
        (await new CliRunner(fixture.Emulator) { IsErrorTerminal = true, TerminalWidth = 80 }.RunAsync("list", "--all"))
            .Error.Should().Be("25 contacts.\n");
        (await new CliRunner(fixture.Emulator) { IsErrorTerminal = true, IsOutputPipe = true }.RunAsync("list", "--all"))
            .Error.Should().BeEmpty();
        (await new CliRunner(fixture.Emulator).RunAsync("list", "--all")).Error.Should().BeEmpty();
    }

    private Task<CliResult> PlainAsync(int width, params string[] args) =>
        new CliRunner(fixture.Emulator) { TerminalWidth = width }.With("NO_COLOR", "1").RunAsync(args);
}
