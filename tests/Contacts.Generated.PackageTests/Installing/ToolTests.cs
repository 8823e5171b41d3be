using Contacts.Generated.Testing;

namespace Contacts.Generated.PackageTests;

/// <summary>The command, installed from its package as a user installs it.</summary>
[Collection(PackagesInOrder.Name)]
public sealed class ToolTests(PackageFeed feed)
{
    [Fact]
    public async Task The_command_installs_and_helps_and_shows_and_examines()
    {
        await using var emulator = ContactsEmulator.Start();
        var user = await Consumer.CreateAsync(feed, "Console", emulator.GatewayUrl);
        var tools = feed.Scratch.Folder("tools");
        var contacts = Path.Combine(tools, "contacts");

        (await user.DotNetAsync("tool", "install", "Contacts.Cli", "--version", PackageFeed.Version, "--tool-path", tools)).ShouldSucceed();

        (await user.RunAsync(contacts, "--version")).ShouldSucceed().Output.Should().StartWith(PackageFeed.Version);
        (await user.RunAsync(contacts, "--help")).ShouldSucceed().Output.Should().Contain("Usage:").And.Contain("doctor");
        (await user.RunAsync(contacts, "demo")).ShouldSucceed();
        emulator.Requests.Should().BeEmpty("the demo brings an emulator of its own");
        (await user.RunAsync(contacts, "doctor")).ShouldSucceed();
        emulator.Requests.Should().NotBeEmpty();
    }
}
