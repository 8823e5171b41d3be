namespace Contacts.Generated.PackageTests;

/// <summary>Our packages in a folder that NuGet can restore from, released into it as CONTRIBUTING.md says.</summary>
public sealed class PackageFeed : IAsyncLifetime, IDisposable
{
    internal const string Version = "1.0.0-test.1";

    private readonly ScratchFolder _scratch = new();
    private RepositoryCopy? _repository;
    private Release? _release;

    internal ScratchFolder Scratch => _scratch;

    /// <summary>Where the packages are.</summary>
    internal string Folder => _scratch.Folder("feed");

    /// <summary>Where NuGet unpacks for the consumers; empty at the start, so that no older build of ours can be taken.</summary>
    internal string Cache => _scratch.Folder("packages");

    /// <summary>The released repository, with what its release made in <c>artifacts</c>.</summary>
    internal RepositoryCopy Repository => _repository!;

    internal Release Release => _release!;

    public async Task InitializeAsync()
    {
        _repository = await RepositoryCopy.CreateAsync(_scratch.Folder("repository"));
        _release = new Release(_repository, _scratch.File("origin.git"), Folder);
        await _release.PublishAsync();
    }

    internal PackageFile Package(string project) => new(Path.Combine(Folder, $"{project}.{Version}.nupkg"));

    internal PackageFile Symbols(string project) => new(Repository.File("artifacts", "packages", $"{project}.{Version}.snupkg"));

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _scratch.Dispose();
}
