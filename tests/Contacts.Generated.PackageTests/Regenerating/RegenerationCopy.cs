namespace Contacts.Generated.PackageTests;

/// <summary>A clone whose contract is changed again and again, each time from the one in the repository.</summary>
[CollectionDefinition(Name)]
public sealed class RegenerationCopy : IAsyncLifetime, IDisposable, ICollectionFixture<RegenerationCopy>
{
    internal const string Name = "One clone, changed by one test after the other";

    /// <summary>The file with a user's code; inside the SDK, so that one build shows all.</summary>
    internal const string ProbeName = "Probe.cs";

    /// <summary>The line in it of what was written before a change.</summary>
    internal const int LineOfOldCode = 8;

    private const string Probe = """
        namespace Contacts.Generated;

        internal static class Probe
        {
            public static async Task RunAsync(ContactsClient client)
            {
                {0}
                {1}
                await Task.CompletedTask.ConfigureAwait(false);
            }
        }
        """;

    // The user's code is judged by the compiler alone; of the analyzers, only those of the public surface.
    private const string Silence = "CS0219%3BCS8600%3BCS8602%3BCA2007%3BIDE0059%3BIDE0079%3BCA1812";

    private readonly ScratchFolder _scratch = new();
    private RepositoryCopy? _copy;
    private string _contract = "";

    public async Task InitializeAsync()
    {
        _copy = await RepositoryCopy.CreateAsync(_scratch.Folder("repository"));
        _contract = await File.ReadAllTextAsync(_copy.Contract);
        await File.WriteAllTextAsync(_copy.File("openapi", "released", "contacts-1.0.0.yaml"), _contract);
        (await BuildAsync()).ShouldSucceed();
    }

    internal RepositoryCopy Clone => _copy!;

    internal void Change(ContractChange change) => Write(change.ApplyTo(_contract), change.Compiles, change.Breaks?.Code);

    /// <summary>Writes the repository's own contract, with a text of it replaced.</summary>
    internal void Replace(string before, string after)
    {
        _contract.Split(before).Should().HaveCountGreaterThan(1, "the contract has it");
        Write(_contract.Replace(before, after, StringComparison.Ordinal), compiles: null, breaks: null);
    }

    /// <summary>Builds one target, as CI does, where a difference of the public surface is an error.</summary>
    internal Task<CommandResult> BuildAsync(params string[] options) =>
        _copy!.DotNetAsync(ci: true,
            ["build", "src/Contacts.Generated", "--framework", "net10.0", "--verbosity", "quiet", $"-p:NoWarn={Silence}", .. options]);

    /// <summary>Compares with the contract that was released last. The tool is built by then.</summary>
    internal Task<CommandResult> DiffAsync() =>
        Command.RunAsync(_copy!.Root, new Dictionary<string, string>(), BuildFacts.DotNet, "run", "--project",
            "build/Contacts.ContractTool", "--no-build", "--", "diff");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scratch.Dispose();

    private void Write(string contract, string? compiles, string? breaks)
    {
        File.WriteAllText(_copy!.Contract, contract);
        File.WriteAllText(_copy.File("src", "Contacts.Generated", ProbeName), Probe
            .Replace("{0}", compiles ?? "", StringComparison.Ordinal)
            .Replace("{1}", breaks ?? "", StringComparison.Ordinal));
    }
}
