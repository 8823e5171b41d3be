using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Readme;

/// <summary>What the README says works. One collection alone: its blocks use the environment, the current folder and the console.</summary>
[Collection(nameof(ReadmeTests))]
[CollectionDefinition(nameof(ReadmeTests), DisableParallelization = true)]
public sealed class ReadmeTests : IDisposable
{
    // What these say needs the repository; all else needs a package or the command to be installed.
    private static readonly string[] _ofTheRepository = ["dotnet run ", "dotnet build ", "dotnet test "];

    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly ReadmeSurroundings _surroundings;

    public ReadmeTests() => _surroundings = new ReadmeSurroundings(_emulator.GatewayUrl);

    public static TheoryData<string> Programs =>
        [.. ReadmeBlock.All.Where(block => block.Language == "csharp").Select(block => block.Heading)];

    public static TheoryData<string> Migrations => [.. MigrationTable.Code];

    public void Dispose()
    {
        _surroundings.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_block_compiles_and_runs(string heading)
    {
        var (main, errors) = ReadmeProgram.Compile(ReadmeBlock.All.Single(block => block.Heading == heading).Text);

        errors.Should().BeEmpty();
        await ReadmeProgram.RunAsync(main!);
    }

    [Theory]
    [MemberData(nameof(Migrations))]
    public async Task A_line_for_those_who_come_from_another_SDK_compiles_and_runs(string code)
    {
        var (main, errors) = ReadmeProgram.Compile(code);

        errors.Should().BeEmpty();
        await ReadmeProgram.RunAsync(main!);
    }

    [Fact]
    public void Those_who_come_from_another_SDK_find_every_operation()
    {
        var code = string.Concat(MigrationTable.Code);

        var operations = typeof(ContactsOperations).GetFields().Select(field => field.Name);
        operations.Where(name => !code.Contains($".{name}Async(", StringComparison.Ordinal)).Should().BeEmpty();
    }

    [Fact]
    public void Every_command_runs_in_CI()
    {
        var script = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "ci-run"));
        var commands = ReadmeBlock.All.Where(block => block.Language == "console").SelectMany(block => block.Text.Split('\n')).ToList();

        script.Should()
            .Contain("tests/Contacts.Generated.ContractTests/Readme/commands.sh", "it runs each command that needs an installation");
        commands.Where(IsOfTheRepository).Should().NotBeEmpty().And.OnlyContain(command => script.Contains(command));
    }

    [Fact]
    public void There_are_programs_in_each_section_that_promises_something()
    {
        var sections = ReadmeBlock.All.Where(block => block.Language == "csharp").Select(block => block.Heading[..^2]).Distinct();

        sections.Should().Contain(
            ["First call", "The real gateway", "Pages", "Search", "Create and delete", "Update", "Many contacts", "Upload", "Export",
                "Notifications", "Errors",
                "Retries and timeouts", "Limits", "Many processes", "Credentials that a fleet shares",
                "Dependency injection", "JSON", "Testing your code"]);
    }

    private static bool IsOfTheRepository(string command) =>
        _ofTheRepository.Any(verb => command.StartsWith(verb, StringComparison.Ordinal));
}
