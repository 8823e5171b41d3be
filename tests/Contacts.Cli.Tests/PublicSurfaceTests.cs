namespace Contacts.Cli.Tests;

/// <summary>The command is used in a terminal, never as a library.</summary>
public sealed class PublicSurfaceTests
{
    [Fact]
    public void Nothing_of_the_command_is_public() => typeof(CommandLine).Assembly.GetExportedTypes().Should().BeEmpty();
}
