using System.Text.Json;
using Contacts.Cli.Tests.Support;
using Contacts.Generated;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Commands;

/// <summary>The commands that create and delete, and those that came with them.</summary>
public sealed class CreateAndDeleteCommandTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly CliRunner _cli;

    public CreateAndDeleteCommandTests() => _cli = new CliRunner(_emulator);

    private string Contact => _emulator.Contacts[0].Id;

    public void Dispose() => _emulator.Dispose();

    [Theory]
    [InlineData("""{"display_name":"王 小明"}""", "--name", "王 小明")]
    [InlineData("""{"display_name":"x"}""", "--display-name", "x")]
    [InlineData("""{"phone_number":"5"}""", "--phone-number", "5")]
    [InlineData("""{"email":""}""", "--email", "")]
    [InlineData("""{"labels":["a","b c"]}""", "--label", "a", "--label", "b c")]
    public async Task What_is_given_is_sent_and_nothing_else_and_the_new_contact_is_shown(string body, params string[] options)
    {
        var result = await _cli.RunAsync(["create", .. options]);

        (result.ExitCode, result.Error).Should().Be((0, ""));
        _emulator.Requests.Should().ContainSingle().Which.Body.Should().Be(body);
        using var contact = JsonDocument.Parse(result.Output);
        contact.RootElement.GetProperty("id").GetString().Should().Be(_emulator.Contacts[^1].Id);
        _emulator.Contacts.Should().HaveCount(26);
    }

    [Fact]
    public async Task Every_field_of_a_new_contact_can_be_given()
    {
        string[] options =
        [
            "name", "first-name", "last-name", "email", "phone", "channel-type", "channel-id", "time-zone", "avatar-url",
            "provider-user-id", "business-unit", "label",
        ];

        var result = await _cli.RunAsync(["create", .. options.SelectMany(static option => new[] { "--" + option, "x" })]);

        result.ExitCode.Should().Be(0, result.Error);
        using var sent = JsonDocument.Parse(_emulator.Requests[^1].Body!);
        sent.RootElement.EnumerateObject()
            .Should().HaveCount(typeof(CreateContactInput).GetProperties().Length - 1, "all but the unknown ones have an option");
    }

    [Fact]
    public async Task A_contact_without_any_field_is_not_created_by_mistake()
    {
        var result = await _cli.RunAsync("create");

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--name").And.EndWith("See 'contacts create --help'.\n");
        _emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("y", "table", "The contact is deleted.\n")]
    [InlineData(" YES ", "ndjson", "{\"message\":\"The contact was deleted\"}\n")]
    public async Task A_contact_is_deleted_once_somebody_said_yes(string answer, string form, string output)
    {
        var id = Contact;

        var result = await Asked(answer).RunAsync("delete", id, "--output", form);

        result.Should().Be(new CliResult(0, output, $"Delete the contact {id} for good? [y/N] "));
        _emulator.Contacts.Should().HaveCount(24).And.NotContain(contact => contact.Id == id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("yeah")]
    [InlineData(null)]
    public async Task Any_other_answer_deletes_nothing(string? answer)
    {
        var result = await Asked(answer).RunAsync("delete", Contact);

        result.ExitCode.Should().Be(1);
        result.Error.Should().EndWith("[y/N] contacts: Nothing was changed.\n");
        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Ctrl_C_is_an_answer_too()
    {
        using var interrupt = new CancellationTokenSource();
        var cli = new CliRunner(_emulator)
        {
            ReadAnswer = async token =>
            {
                await interrupt.CancelAsync();
                return await Task.FromCanceled<string?>(token);
            },
        };

        var result = await cli.RunAsync(interrupt.Token, "delete", Contact);

        result.ExitCode.Should().Be(130);
        _emulator.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("delete", "CONTACT")]
    [InlineData("comments", "delete", "CONTACT", "COMMENT")]
    public async Task Where_nobody_can_be_asked_yes_must_be_given(params string[] command)
    {
        var result = await _cli.RunAsync(await WithIdsAsync(command));

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain("--yes").And.Contain("--dry-run");
        _emulator.Contacts.Should().HaveCount(25);
        _emulator.Requests.Should().NotContain(request => request.Method == "DELETE");
    }

    [Theory]
    [InlineData("delete", "CONTACT", "--yes")]
    [InlineData("comments", "delete", "CONTACT", "COMMENT", "-y")]
    public async Task Yes_asks_nobody(params string[] command)
    {
        var result = await Asked("n").RunAsync([.. await WithIdsAsync(command), "--output", "table"]);

        result.ExitCode.Should().Be(0);
        result.Output.Should().EndWith(" is deleted.\n");
        result.Error.Should().BeEmpty();
        _emulator.Requests[^1].Method.Should().Be("DELETE");
    }

    [Theory]
    [InlineData("delete", "CONTACT", "--dry-run", "--yes")]
    [InlineData("comments", "delete", "CONTACT", "COMMENT", "--dry-run")]
    public async Task A_dry_run_shows_what_would_go_and_asks_nobody(params string[] command)
    {
        var args = await WithIdsAsync(command);

        var result = await Asked("y").RunAsync([.. args, "--output", "table"]);

        (result.ExitCode, result.Error).Should().Be((0, ""));
        result.Output.Should().Contain(args.Last(static arg => arg.Contains('_', StringComparison.Ordinal)));
        _emulator.Requests.Should().NotContain(request => request.Method == "DELETE");
    }

    [Fact]
    public async Task An_id_that_a_person_is_asked_about_cannot_move_the_cursor() =>
        (await Asked("n").RunAsync("delete", "con_\e[2J\u202e1")).Error.Should().StartWith("Delete the contact con_\uFFFD[2J1 for good?");

    [Fact]
    public async Task A_comment_is_written_shown_and_listed()
    {
        var written = await _cli.RunAsync("comments", "add", Contact, "--content", "Called \"back\"");
        using var comment = JsonDocument.Parse(written.Output);
        var id = comment.RootElement.GetProperty("_id").GetString()!;

        var shown = await _cli.RunAsync("comments", "show", Contact, id, "--output", "table");
        var listed = await _cli.RunAsync("comments", Contact, "--limit", "100", "--output", "ndjson");

        Golden.Check("comments-show-table", shown.Output);
        listed.OutputLines[^1].Should().Contain(id);
    }

    [Theory]
    [InlineData("'contacts comments CONTACT_ID'", "comments", "show", "CONTACT", "cmc_unknown")]
    [InlineData("'contacts comments CONTACT_ID'", "comments", "delete", "CONTACT", "cmc_unknown", "--yes")]
    [InlineData("board_item_id", "get-by-board-item", "bi_unknown")]
    public async Task An_id_that_is_unknown_is_answered_with_where_one_comes_from(string told, params string[] command)
    {
        var result = await _cli.RunAsync(await WithIdsAsync(command));

        result.ExitCode.Should().Be(1);
        result.Error.Should().Contain(told);
    }

    [Theory]
    [InlineData("CONTACT_ID is missing", "comments")]
    [InlineData("--content", "comments", "add", "con_1")]
    [InlineData("COMMENT_ID is missing", "comments", "show", "con_1")]
    [InlineData("COMMENT_ID is missing", "comments", "delete", "con_1", "--yes")]
    [InlineData("CONTACT_ID is missing", "delete", "--yes")]
    [InlineData("CONTACT_ID is missing", "message-comments")]
    public async Task What_is_missing_is_named(string told, params string[] command)
    {
        var result = await _cli.RunAsync(command);

        result.ExitCode.Should().Be(2);
        result.Error.Should().Contain(told);
        _emulator.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Messages_with_comments_are_listed_in_pages_and_whole()
    {
        var table = await _cli.RunAsync("message-comments", Contact, "--limit", "3", "--channel", "whatsapp", "--output", "table");
        var all = await _cli.RunAsync("message-comments", Contact, "--all", "--output", "ndjson");

        Golden.Check("message-comments-table", table.Output);
        _emulator.Requests[0].Path.Should().Contain("limit=3").And.Contain("channel_types=whatsapp");
        _emulator.Requests[1].Path.Should().Contain("limit=50");
        all.OutputLines.Should().HaveCountGreaterThan(50);
    }

    [Fact]
    public async Task A_record_on_the_board_leads_to_its_contact()
    {
        var result = await _cli.RunAsync("get-by-board-item", _emulator.Contacts[1].BoardItemId!);

        using var contact = JsonDocument.Parse(result.Output);
        contact.RootElement.GetProperty("id").GetString().Should().Be(_emulator.Contacts[1].Id);
    }

    private CliRunner Asked(string? answer) => new(_emulator) { ReadAnswer = _ => Task.FromResult(answer) };

    private async Task<string[]> WithIdsAsync(string[] command)
    {
        var comment = (await _emulator.CreateClient().GetCommentsAsync(Contact))[0].Id;
        return [.. command.Select(arg => arg switch { "CONTACT" => Contact, "COMMENT" => comment, _ => arg })];
    }
}
