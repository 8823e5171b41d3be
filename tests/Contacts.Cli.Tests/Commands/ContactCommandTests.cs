using System.Text;
using System.Text.Json;
using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Commands;

public sealed class ContactCommandTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly CliRunner _cli;

    public ContactCommandTests() => _cli = new CliRunner(_emulator);

    private string Contact => _emulator.Contacts[0].Id;

    public void Dispose() => _emulator.Dispose();

    [Theory]
    [InlineData("get")]
    [InlineData("conversations")]
    [InlineData("comments")]
    [InlineData("files")]
    public async Task What_belongs_to_a_contact_is_shown(string command)
    {
        var result = await _cli.RunAsync(command, Contact, "--output", "table");

        (result.ExitCode, result.Error).Should().Be((0, ""));
        Golden.Check(command + "-table", result.Output);
    }

    [Fact]
    public async Task Activities_are_of_a_conversation()
    {
        using var conversations = JsonDocument.Parse((await _cli.RunAsync("conversations", Contact)).Output);
        var id = conversations.RootElement[0].GetProperty("_id").GetString()!;

        var result = await _cli.RunAsync("activities", id, "--output", "table");

        (result.ExitCode, result.Error).Should().Be((0, ""));
        Golden.Check("activities-table", result.Output);
    }

    [Fact]
    public async Task An_id_that_is_none_of_a_conversation_is_answered_with_where_one_comes_from() =>
        (await _cli.RunAsync("activities", Contact)).Error.Should().Contain("'contacts conversations CONTACT_ID'");

    [Fact]
    public async Task Channels_are_given_one_by_one()
    {
        await _cli.RunAsync("conversations", Contact, "--channel", "web", "--channel", "line");
        await _cli.RunAsync("comments", Contact, "--channel", "web", "--limit", "3");

        _emulator.Requests[0].Path.Should().Contain("channel_types=web").And.Contain("channel_types=line").And.NotContain("whatsapp");
        _emulator.Requests[1].Path.Should().Contain("channel_types=web").And.Contain("limit=3");
    }

    [Fact]
    public async Task An_export_is_the_bytes_of_the_service()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.Add("x-api-key", CliRunner.ApiKey);
        var csv = await http.GetByteArrayAsync(new Uri(_emulator.GatewayUrl, "channel-service/v1/contacts/_export_csv?sort=email"));
        using var folder = new TemporaryFolder();
        var path = folder.Write("contacts.csv", "old");

        var toOutput = await _cli.RunAsync("export", "--sort", "email");
        var toFile = await _cli.RunAsync("export", "--sort", "email", "--output-file", path);

        Encoding.UTF8.GetBytes(toOutput.Output).Should().Equal(csv);
        File.ReadAllBytes(path).Should().Equal(csv);
        toFile.Should().Be(new CliResult(0, "", ""));
    }

    [Fact]
    public async Task An_export_that_fails_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("contacts.csv", "old");
        _emulator.FailNext("exportCsv", EmulatorFault.TruncatedBody);

        var result = await _cli.RunAsync("export", "--output-file", path, "--retries", "0");

        result.ExitCode.Should().Be(3);
        File.ReadAllText(path).Should().Be("old");
        folder.Files.Should().Equal("contacts.csv");
    }

    [Fact]
    public async Task A_picture_is_uploaded_and_set()
    {
        using var folder = new TemporaryFolder();
        var picture = folder.Write("avatar.png", "not really a picture");

        var uploaded = await _cli.RunAsync("upload-avatar", picture);
        var set = await _cli.RunAsync("set-avatar", Contact, picture);

        using var upload = JsonDocument.Parse(uploaded.Output);
        upload.RootElement.GetProperty("url").GetString().Should().EndWith(".png");
        using var contact = JsonDocument.Parse(set.Output);
        contact.RootElement.GetProperty("avatar_url").GetString().Should().EndWith(".png").And.Be(_emulator.Contacts[0].AvatarUrl);
    }

    [Fact]
    public async Task A_picture_that_was_uploaded_but_not_set_is_not_lost()
    {
        using var folder = new TemporaryFolder();
        _emulator.FailNext("update", EmulatorFault.Status(403));

        var result = await _cli.RunAsync("set-avatar", Contact, folder.Write("avatar.png", "x"));

        result.ExitCode.Should().Be(4);
        result.Error.Should().MatchRegex(@"contacts update CONTACT_ID --set avatar_url=http\S+\.png ");
    }

    [Theory]
    [InlineData("http://files.example/a.png?x=1&y=2", "'http://files.example/a.png?x=1&y=2'")]
    [InlineData("http://files.example/$(id)'`id`.png", @"'http://files.example/$(id)'\''`id`.png'")]
    [InlineData("http://files.example/\e[2J\u202e.png", "'http://files.example/\uFFFD[2J.png'")]
    public async Task An_address_of_the_service_is_safe_to_show_and_to_paste(string address, string shown)
    {
        using var folder = new TemporaryFolder();
        _emulator.FailNext("uploadAvatar", EmulatorFault.Status(200, body: JsonSerializer.Serialize(new { url = address })));
        _emulator.FailNext("update", EmulatorFault.Status(403));

        var result = await _cli.RunAsync("set-avatar", Contact, folder.Write("avatar.png", "x"));

        result.ExitCode.Should().Be(4);
        result.Error.Should().Contain($"--set avatar_url={shown} (");
    }
}
