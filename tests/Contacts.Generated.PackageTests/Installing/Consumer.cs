namespace Contacts.Generated.PackageTests;

/// <summary>A user's project outside the repository, which gets our packages from the feed and all else as the machine is set up.</summary>
internal sealed class Consumer
{
    // Sources are added to those of the machine. What the machine has unpacked already need not be downloaded again.
    private const string Settings = """
        <configuration>
          <packageSources>
            <add key="packed" value="{0}" />
          </packageSources>
          <fallbackPackageFolders>
            <add key="machine" value="{1}" />
          </fallbackPackageFolders>
        </configuration>
        """;

    private readonly string _folder;
    private readonly Dictionary<string, string> _environment;

    private Consumer(string folder, Dictionary<string, string> environment)
    {
        _folder = folder;
        _environment = environment;
    }

    public static async Task<Consumer> CreateAsync(PackageFeed feed, string name, Uri? gateway = null)
    {
        var root = feed.Scratch.Folder("consumers");
        foreach (var source in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories).Where(IsSource))
        {
            var target = Path.Combine(root, Path.GetRelativePath(Source, source));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target, overwrite: true);
        }

        await File.WriteAllTextAsync(Path.Combine(root, "nuget.config"), Settings
            .Replace("{0}", feed.Folder, StringComparison.Ordinal)
            .Replace("{1}", BuildFacts.PackagesFolder, StringComparison.Ordinal));
        return new Consumer(Path.Combine(root, name), new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = feed.Cache,
            ["CONTACTS_VERSION"] = PackageFeed.Version,
            ["IMBRACE_GATEWAY_URL"] = gateway?.ToString() ?? "",
            ["IMBRACE_API_KEY"] = "api_emulator",
        });
    }

    public Task AddSourceAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder, name), text);

    public Task AddFileAsync(string name, byte[] content) => File.WriteAllBytesAsync(Path.Combine(_folder, name), content);

    public string Text(params string[] parts) => File.ReadAllText(Path.Combine([_folder, .. parts]));

    public void Set(string variable, string value) => _environment[variable] = value;

    public Task<CommandResult> DotNetAsync(params string[] arguments) => RunAsync([BuildFacts.DotNet, .. arguments]);

    public Task<CommandResult> RunAsync(params string[] program) => Command.RunAsync(_folder, _environment, program);

    /// <summary>Builds, warnings being errors, and gives the folder of the output.</summary>
    public async Task<string> BuildAsync(params string[] options)
    {
        var output = Path.Combine(_folder, "bin", "output");
        (await DotNetAsync(["build", "--output", output, "--nologo", "-nodeReuse:false", "--verbosity", "quiet", .. options]))
            .ShouldSucceed();
        return output;
    }

    public async Task<CommandResult> BuildAndRunAsync(params string[] arguments)
    {
        var output = await BuildAsync();
        return (await DotNetAsync([Path.Combine(output, Path.GetFileName(_folder) + ".dll"), .. arguments])).ShouldSucceed();
    }

    public async Task<CommandResult> PublishAndRunAsync()
    {
        var output = Path.Combine(_folder, "bin", "published");
        var published = await DotNetAsync(
            "publish", "--output", output, "--nologo", "-nodeReuse:false", "--verbosity", "quiet", "--use-current-runtime");
        published.ShouldSucceed().Output.Should().NotContain("warning");
        return (await RunAsync(Path.Combine(output, Path.GetFileName(_folder)))).ShouldSucceed();
    }

    private static string Source => Path.Combine(BuildFacts.RepositoryRoot, "tests", "Contacts.Generated.PackageTests", "Consumers");

    private static bool IsSource(string path) => !path.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any();
}
