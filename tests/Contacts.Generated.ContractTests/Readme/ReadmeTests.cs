using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Readme;

/// <summary>What the README says works. One collection alone: its blocks use the environment, the current folder and the console.</summary>
[Collection(nameof(ReadmeTests))]
[CollectionDefinition(nameof(ReadmeTests), DisableParallelization = true)]
public sealed class ReadmeTests : IDisposable
{
    private readonly ContactsSandbox _sandbox = ContactsSandbox.Start();
    private readonly ReadmeSurroundings _surroundings;

    public ReadmeTests() => _surroundings = new ReadmeSurroundings(_sandbox.GatewayUrl);

    public static TheoryData<string> Programs => [.. ReadmeBlock.All.Where(block => block.Language == "csharp").Select(block => block.Heading)];

    public void Dispose()
    {
        _surroundings.Dispose();
        _sandbox.Dispose();
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_block_compiles_and_runs(string heading)
    {
        var (main, errors) = ReadmeProgram.Compile(ReadmeBlock.All.Single(block => block.Heading == heading).Text);

        errors.Should().BeEmpty();
        await ReadmeProgram.RunAsync(main!);
    }

    [Fact]
    public void Every_command_runs_in_CI()
    {
        var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ci-run"));
        var commands = ReadmeBlock.All.Where(block => block.Language == "console").SelectMany(block => block.Text.Split('\n')).ToList();

        commands.Should().NotBeEmpty();
        commands.Should().OnlyContain(command => script.Contains(command));
    }

    [Fact]
    public void There_are_programs_in_each_section_that_promises_something()
    {
        var sections = ReadmeBlock.All.Where(block => block.Language == "csharp").Select(block => block.Heading[..^2]).Distinct();

        sections.Should().Contain(
            ["First call", "Pages", "Search and update", "Upload", "Export", "Notifications", "Errors", "Retries and timeouts", "Dependency injection", "JSON", "Testing your code"]);
    }
}
