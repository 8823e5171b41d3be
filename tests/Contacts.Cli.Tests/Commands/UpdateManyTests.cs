using System.Text.Json;
using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Commands;

/// <summary><c>contacts update --from</c>.</summary>
public sealed class UpdateManyTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly string _folder = Directory.CreateTempSubdirectory("contacts-update").FullName;

    public void Dispose()
    {
        _emulator.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Lines_of_JSON_change_what_they_name()
    {
        var input = $$"""
            {"id":"{{Id(0)}}","display_name":"王","labels":["a","b"],"remark":null}

            {"phone":"5","id":"{{Id(1)}}"}
            """;

        var result = await Piped(input).RunAsync("update", "--from", "-", "--yes", "--output", "ndjson");

        (result.ExitCode, result.Error).Should().Be((0, ""));
        BodyOf(Id(0)).Should().Be("""{"display_name":"王","labels":["a","b"],"remark":null}""");
        BodyOf(Id(1)).Should().Be("""{"phone_number":"5"}""");
        result.OutputLines.Should().BeEquivalentTo(
            $$"""{"line":1,"id":"{{Id(0)}}","ok":true}""", $$"""{"line":3,"id":"{{Id(1)}}","ok":true}""");
    }

    [Theory]
    [InlineData("""{"display_name":"a, \"b\"","labels":["x","y"]}""", """{"remark":"z"}""")]
    [InlineData(
        """{"display_name":"a, \"b\"","remark":null,"labels":["x","y"]}""",
        """{"display_name":null,"remark":"z","labels":null}""",
        "--clear-empty")]
    public async Task An_empty_cell_leaves_a_field_unless_it_is_to_clear_it(string first, string second, params string[] options)
    {
        var path = Write("changes.csv", $"id,name,remark,labels\r\n{Id(0)},\"a, \"\"b\"\"\",,\"x, y\"\r\n{Id(1)},,z,\r\n");

        var result = await Piped("").RunAsync(["update", "--from", path, "--yes", "--output", "csv", "--max-concurrency", "1", .. options]);

        (result.ExitCode, result.Error).Should().Be((0, ""));
        result.Output.Should().Be($"line,id,result\r\n2,{Id(0)},ok\r\n3,{Id(1)},ok\r\n");
        JsonOf(BodyOf(Id(0))).Should().Be(JsonOf(first));
        JsonOf(BodyOf(Id(1))).Should().Be(JsonOf(second));
    }

    [Fact]
    public async Task A_line_that_fails_is_told_and_the_others_are_changed()
    {
        var result = await Piped($"id,remark\ncon_unknown,x\n{Id(0)},x\n").RunAsync("update", "--from", "-", "--yes", "--output", "json");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Be("contacts: 1 of 2 contacts could not be updated.\n");
        using var json = JsonDocument.Parse(result.Output);
        var rows = json.RootElement.GetProperty("data").EnumerateArray().OrderBy(row => row.GetProperty("line").GetInt32()).ToList();
        rows[0].GetProperty("error").GetString().Should().Contain("404");
        rows[1].GetProperty("ok").GetBoolean().Should().BeTrue();
        _emulator.Contacts[0].Remark.Should().Be("x");
    }

    [Theory]
    [InlineData("c.csv", "id,emial\nA,x", "line 1: There is no field emial; did you mean email?")]
    [InlineData("c.csv", "name\nx", "line 1: the first line must name the columns: id")]
    [InlineData("c.csv", "id,name,display_name\nA,secret-value,y", "line 1: The field display_name is given more than once.")]
    [InlineData("c.csv", "id,name\nA,x\nB", "line 3: there are 1 cells, but 2 in the first line")]
    [InlineData("c.csv", "id,name\nA,\"x", "line 2: the quotes that open a cell here are never closed")]
    [InlineData("c.csv", "id,name\n,secret-value", "line 2: the id is missing.")]
    [InlineData("c.csv", "id,name\nA,x\nA,y", "line 3: the contact is already on line 2")]
    [InlineData("c.csv", "id,name\nA,", "has nothing to change")]
    [InlineData("c.csv", "", "has nothing to change")]
    [InlineData(
        "c.ndjson",
        "{\"id\":\"A\",\"email\":\"x\"}\n{\"id\":\"B\",\"labels\":\"secret-value\"}",
        "line 2: The field labels must be a list of texts")]
    [InlineData("c.ndjson", "{\"id\":\"A\",\"email\":77}", "line 1: The field email must be a text in quotes, or null to clear it.")]
    [InlineData("c.ndjson", "{\"id\":\"A\",\"email\":\"x\",\"email\":\"y\"}", "line 1: this is not a JSON object on one line")]
    [InlineData("c.ndjson", "{\"email\":\"x\"}", "line 1: the id is missing.")]
    [InlineData("c.ndjson", "{\"id\":5,\"email\":\"x\"}", "line 1: the id is missing.")]
    [InlineData("c.ndjson", "[]", "line 1: this is not a JSON object on one line")]
    [InlineData("c.ndjson", "{\"id\":\"A\",\"shoe\":1}", "line 1: There is no field shoe;")]
    public async Task A_mistake_is_told_with_its_place_before_anything_is_sent(string name, string text, string told)
    {
        var path = Write(name, text);

        var result = await Piped("").RunAsync("update", "--from", path, "--yes");

        (result.ExitCode, result.Output).Should().Be((2, ""));
        result.Error.Should().Contain(path).And.Contain(told).And.NotContain("secret-value").And.EndWith("See 'contacts update --help'.\n");
        _emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("CONTACT_ID is missing", "--set", "name=x")]
    [InlineData("leave CONTACT_ID", "con_1", "--from", "x.csv")]
    [InlineData("leave CONTACT_ID", "--from", "x.csv", "--set", "name=x")]
    [InlineData("--dry-run goes with --from.", "con_1", "--set", "name=x", "--dry-run")]
    [InlineData("--clear-empty goes with --from.", "con_1", "--set", "name=x", "--clear-empty")]
    [InlineData("--max-concurrency must be", "--from", "x.csv", "--max-concurrency", "0")]
    [InlineData("--clear-empty is for CSV", "--from", "-", "--clear-empty")]
    public async Task Options_that_do_not_go_together_are_told(string told, params string[] options)
    {
        var result = await Piped("{}").RunAsync(["update", .. options]);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(told);
        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        var result = await Piped("").RunAsync("update", "--from", Path.Combine(_folder, "missing.csv"), "--yes");

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain("missing.csv");
    }

    [Theory]
    [InlineData("y", 0, 1)]
    [InlineData("n", 1, 0)]
    public async Task A_person_is_asked_with_the_number(string answer, int exitCode, int requests)
    {
        var cli = new CliRunner(_emulator) { Input = $"id,remark\n{Id(0)},x", ReadAnswer = _ => Task.FromResult<string?>(answer) };

        var result = await cli.RunAsync("update", "--from", "-");

        result.ExitCode.Should().Be(exitCode);
        result.Error.Should().StartWith("Change 1 contact? [y/N] ");
        _emulator.Requests.Should().HaveCount(requests);
    }

    [Fact]
    public async Task A_dry_run_shows_what_would_be_sent_and_sends_nothing()
    {
        var result = await Piped($"id,name,labels\n{Id(0)},王,\"a,b\"").RunAsync("update", "--from", "-", "--dry-run", "--output", "ndjson");

        result.Should().Be(new CliResult(
            0, $$$"""{"line":2,"id":"{{{Id(0)}}}","fields":{"display_name":"王","labels":["a","b"]}}""" + "\n", ""));
        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task A_field_that_is_not_known_is_sent_on_request()
    {
        await Piped($$"""{"id":"{{Id(0)}}","shoe_size":43}""").RunAsync("update", "--from", "-", "--yes", "--allow-unknown-fields");

        BodyOf(Id(0)).Should().Be("""{"shoe_size":43}""");
    }

    private static string JsonOf(string text) => string.Join(',', JsonDocument.Parse(text).RootElement.EnumerateObject()
        .OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"{member.Name}={member.Value.GetRawText()}"));

    private string BodyOf(string id) => _emulator.Requests.Single(request => request.Path.Contains(id, StringComparison.Ordinal)).Body!;

    private string Id(int index) => _emulator.Contacts[index].Id;

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private CliRunner Piped(string input) => new(_emulator) { Input = input };
}
