using Contacts.Cli.Tests.Support;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Tests.Commands;

/// <summary>What the command prints can be the data of another emulator.</summary>
public sealed class DataFileTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _emulator.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("json", "list", "--limit", "100", "--output", "json")]
    [InlineData("json", "list", "--all", "--output", "json")]
    [InlineData("ndjson", "list", "--all", "--output", "ndjson")]
    [InlineData("txt", "list", "--all", "--output", "ndjson")]
    public async Task A_list_that_was_printed_can_be_loaded(string extension, params string[] command)
    {
        var printed = await new CliRunner(_emulator).RunAsync(command);
        await using var loaded = Load("contacts." + extension, printed.Output);

        (await new CliRunner(loaded).RunAsync(command)).Output.Should().Be(printed.Output);
        loaded.Contacts.Should().HaveCount(25);
    }

    [Fact]
    public async Task An_export_can_be_loaded()
    {
        var exported = await new CliRunner(_emulator).RunAsync("export");
        await using var loaded = Load("contacts.csv", exported.Output);

        (await new CliRunner(loaded).RunAsync("export")).Output.Should().Be(exported.Output);
        loaded.Contacts.Should().HaveCount(25);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("ndjson")]
    public async Task Notifications_that_were_printed_can_be_loaded(string output)
    {
        _emulator.Notifications.RemoveAt(0);
        var printed = await new CliRunner(_emulator).RunAsync("notifications", "list", "--all", "--output", output);
        await using var loaded = Load("notifications." + output, printed.Output);

        loaded.Notifications.Select(one => one.Id).Should().Equal(_emulator.Notifications.Select(one => one.Id));
        loaded.Contacts.Should().BeEmpty();
    }

    private ContactsEmulator Load(string name, string text)
    {
        var path = _folder.Write(name, text);
        return ContactsEmulator.Start(options => options.DataFile = path);
    }
}
