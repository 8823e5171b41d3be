using System.Collections.Concurrent;

namespace Contacts.Generated.PackageTests;

/// <summary>Our packages in a folder that NuGet can restore from, each packed when it is first asked for.</summary>
public sealed class PackageFeed : IAsyncLifetime, IDisposable
{
    internal const string Version = "1.0.0-test.1";

    private readonly ConcurrentDictionary<string, Lazy<Task>> _packed = new();
    private readonly ScratchFolder _scratch = new();
    private RepositoryCopy? _copy;

    internal ScratchFolder Scratch => _scratch;

    /// <summary>Where the packages are.</summary>
    internal string Folder => _scratch.Folder("feed");

    /// <summary>Where NuGet unpacks for the consumers; empty at the start, so that no older build of ours can be taken.</summary>
    internal string Cache => _scratch.Folder("packages");

    public async Task InitializeAsync() => _copy = await RepositoryCopy.CreateAsync(_scratch.Folder("repository"));

    internal Task AddAsync(string project) => _packed.GetOrAdd(project, name => new Lazy<Task>(() => PackAsync(_copy!, name, Folder))).Value;

    internal async Task<PackageFile> PackageAsync(string project)
    {
        await AddAsync(project);
        return new PackageFile(Path.Combine(Folder, $"{project}.{Version}.nupkg"));
    }

    internal async Task<PackageFile> SymbolsAsync(string project)
    {
        await AddAsync(project);
        return new PackageFile(Path.Combine(Folder, $"{project}.{Version}.snupkg"));
    }

    private static async Task PackAsync(RepositoryCopy copy, string project, string folder) =>
        (await copy.DotNetAsync(ci: true, "pack", $"src/{project}", "--configuration", "Release", "--output", folder, "--verbosity", "quiet", $"-p:Version={Version}"))
            .ShouldSucceed();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scratch.Dispose();
}
