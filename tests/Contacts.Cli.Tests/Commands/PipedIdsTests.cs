using System.Text.Json;
using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Commands;

/// <summary><c>contacts get -</c> and <c>contacts delete -</c>.</summary>
public sealed class PipedIdsTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();

    public void Dispose() => _emulator.Dispose();

    [Fact]
    public async Task The_contacts_of_a_list_are_shown_in_its_order()
    {
        var list = await Piped("").RunAsync("list", "--all", "--output", "ndjson");

        var result = await Piped(list.Output).RunAsync("get", "-", "--output", "ndjson");

        (result.ExitCode, result.Error).Should().Be((0, ""));
        result.OutputLines.Should().HaveCount(25);
        result.OutputLines.Select(IdOf).Should().Equal(list.OutputLines.Select(IdOf));
    }

    [Theory]
    [InlineData("table", "ID ")]
    [InlineData("csv", "id,name,email,phone,channel,created\r\n")]
    [InlineData("json", "{\n  \"data\": [")]
    public async Task They_are_shown_as_in_a_list(string format, string beginning)
    {
        var result = await Piped($"\n  {Id(3)} \r\n\n{{\"id\":\"{Id(1)}\",\"x\":1}}").RunAsync("get", "-", "--output", format);

        (result.ExitCode, result.Error).Should().Be((0, ""));
        result.Output.Should().StartWith(beginning).And.Contain(Id(3)).And.Contain(Id(1));
        result.Output.IndexOf(Id(3), StringComparison.Ordinal).Should().BeLessThan(result.Output.IndexOf(Id(1), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_fails_is_reported_with_its_line_and_the_others_are_shown()
    {
        var input = $"con_unknown\n{Id(0)}\n{{\"name\":\"x\"}}\n{{\"id\":\nid,name\ncon_0…9\n{Id(1)}\n";

        var result = await Piped(input).RunAsync("get", "-", "--output", "ndjson");

        result.ExitCode.Should().Be(1);
        result.OutputLines.Select(IdOf).Should().Equal(Id(0), Id(1));
        var errors = result.Error.Split('\n');
        errors[0].Should().StartWith("contacts: line 1: The service returned 404");
        errors[1].Should().StartWith("contacts: line 3: this object has no id");
        errors[2].Should().StartWith("contacts: line 4: this is not one JSON object");
        errors[3].Should().StartWith("contacts: line 5: this is not an id");
        errors[4].Should().StartWith("contacts: line 6: this is a shortened id");
        errors[5].Should().Be("contacts: 5 of 7 contacts could not be read.");
    }

    [Fact]
    public async Task No_ids_are_an_empty_list() => (await Piped("\n\n").RunAsync("get", "-", "--output", "csv"))
        .Should().Be(new CliResult(0, "id,name,email,phone,channel,created\r\n", ""));

    [Fact]
    public async Task Columns_are_of_the_list_and_not_of_one_contact()
    {
        var list = await Piped(Id(0)).RunAsync("get", "-", "--columns", "id", "--output", "csv");
        var one = await Piped("").RunAsync("get", Id(0), "--columns", "id");

        list.Output.Should().Be($"id\r\n{Id(0)}\r\n");
        (one.ExitCode, one.Output).Should().Be((2, ""));
        one.Error.Should().Contain("contacts get -");
    }

    [Fact]
    public async Task Deleting_asks_once_with_the_number_and_tells_what_became_of_each()
    {
        var ids = new[] { Id(0), Id(2) };
        var asked = 0;
        var cli = new CliRunner(_emulator)
        {
            Input = $"{ids[0]}\ncon_unknown\n{ids[1]}\n{ids[0]}\n",
            ReadAnswer = _ =>
            {
                asked++;
                return Task.FromResult<string?>("y");
            },
        };

        var result = await cli.RunAsync("delete", "-", "--output", "ndjson");

        (asked, result.ExitCode).Should().Be((1, 1));
        result.Error.Should().Be("Delete 3 contacts for good? [y/N] contacts: 1 of 3 contacts could not be deleted.\n");
        _emulator.Contacts.Should().HaveCount(23).And.NotContain(contact => ids.Contains(contact.Id));
        var rows = result.OutputLines.Select(line => JsonDocument.Parse(line).RootElement)
            .OrderBy(row => row.GetProperty("line").GetInt32()).ToList();
        rows.Select(row => row.GetProperty("ok").GetBoolean()).Should().Equal(true, false, true);
        rows[0].GetProperty("id").GetString().Should().Be(ids[0]);
        rows[1].GetProperty("error").GetString().Should().Contain("404");
    }

    [Fact]
    public async Task A_mistake_in_any_line_deletes_nothing()
    {
        var result = await Piped($"{Id(0)}\n{{}}").RunAsync("delete", "-", "--yes");

        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().Contain("standard input, line 2: this object has no id");
        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Without_ids_there_is_nothing_to_delete() =>
        (await Piped(" \n").RunAsync("delete", "-", "--yes")).Should().Match<CliResult>(result =>
            result.ExitCode == 2 && result.Error.Contains("has no ids"));

    [Fact]
    public async Task Where_nobody_can_be_asked_yes_must_be_given()
    {
        (await Piped(Id(0)).RunAsync("delete", "-")).ExitCode.Should().Be(2);
        _emulator.Requests.Should().BeEmpty();

        var id = Id(0);
        (await Piped(id).RunAsync("delete", "-", "--yes", "--output", "csv"))
            .Should().Be(new CliResult(0, $"line,id,result\r\n1,{id},ok\r\n", ""));
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_go()
    {
        var result = await Piped(Id(0)).RunAsync("delete", "-", "--dry-run", "--output", "ndjson");

        result.OutputLines.Select(IdOf).Should().Equal(Id(0));
        _emulator.Contacts.Should().HaveCount(25);
    }

    private static string IdOf(string line)
    {
        using var json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("id").GetString()!;
    }

    private string Id(int index) => _emulator.Contacts[index].Id;

    private CliRunner Piped(string input) => new(_emulator) { Input = input };
}
