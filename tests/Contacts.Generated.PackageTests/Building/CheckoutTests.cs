namespace Contacts.Generated.PackageTests;

/// <summary>Clones in places that nobody thought of. The build works there, and leaves what lies beside the clone alone.</summary>
public sealed class CheckoutTests : IDisposable
{
    // Each of these means something to a shell, to MSBuild or to the generator's command line.
    private const string Name = "a=b,c;d'e$f(g)@h&i j  k#l[m]{n}!+~ü文";

    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task A_folder_may_have_any_name()
    {
        var copy = await RepositoryCopy.CreateAsync(_scratch.Folder("around", Name));

        (await BuildAsync(copy)).ShouldSucceed();

        File.Exists(copy.GeneratedFile).Should().BeTrue();
        Directory.EnumerateFileSystemEntries(_scratch.File("around")).Should().Equal(copy.Root);
    }

    [Fact]
    public async Task A_repository_around_it_changes_nothing()
    {
        const string Broken =
            "<Project><Target Name=\"Foreign\" BeforeTargets=\"Restore;Build;CoreCompile\"><Error Text=\"foreign\" /></Target></Project>";
        foreach (var file in new[] { "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props" })
        {
            await File.WriteAllTextAsync(_scratch.File(file), Broken);
        }

        await File.WriteAllTextAsync(_scratch.File("Directory.Build.rsp"), "-p:LangVersion=7.3");
        await File.WriteAllTextAsync(_scratch.File(".editorconfig"), "root = true\n[*.cs]\ndotnet_diagnostic.CA1303.severity = error\n");
        await File.WriteAllTextAsync(
            _scratch.File(".globalconfig"), "is_global = true\nglobal_level = 1000\ndotnet_diagnostic.CA1062.severity = error\n");
        await File.WriteAllTextAsync(_scratch.File("global.json"), """{ "sdk": { "version": "1.0.0", "rollForward": "disable" } }""");
        var copy = await RepositoryCopy.CreateAsync(_scratch.Folder("inside"));

        (await BuildAsync(copy)).ShouldSucceed();
    }

    [Fact]
    public async Task The_dotnet_that_builds_need_not_be_on_the_path()
    {
        var tools = _scratch.Folder("tools");
        foreach (var tool in new[] { "sh", "bash", "env", "git", "uname", "cat", "sed", "grep" })
        {
            File.CreateSymbolicLink(Path.Combine(tools, tool), FindTool(tool));
        }

        var copy = await RepositoryCopy.CreateAsync(_scratch.Folder("repository"));

        var build = await Command.RunAsync(
            copy.Root,
            new Dictionary<string, string> { ["PATH"] = tools, ["DOTNET_HOST_PATH"] = "", ["DOTNET_ROOT"] = "" },
            BuildFacts.DotNet, "build", "src/Contacts.Generated", "--framework", "net10.0", "--verbosity", "quiet", "-nodeReuse:false");

        build.ShouldSucceed();
    }

    [Fact]
    public async Task Lines_end_alike_in_a_clone_by_Git_for_Windows()
    {
        var copy = await RepositoryCopy.CreateAsync(_scratch.Folder("repository"));
        var clone = _scratch.File("clone");

        (await Command.RunAsync(copy.Root, new Dictionary<string, string>(), "git", "-c", "core.autocrlf=true", "-c", "core.eol=crlf",
            "clone", "--quiet", copy.Root, clone)).ShouldSucceed();

        var listed = await Command.RunAsync(clone, new Dictionary<string, string>(), "git", "ls-files", "--eol");
        listed.ShouldSucceed()
            .Lines.Should().HaveCountGreaterThan(500).And.NotContain(line => line.Contains("w/crlf") || line.Contains("w/mixed"));
    }

    [Fact]
    public async Task What_is_declared_as_public_stays_as_it_was_when_the_build_fails()
    {
        var copy = await RepositoryCopy.CreateAsync(_scratch.Folder("repository"));
        await File.WriteAllTextAsync(
            copy.File("src", "Contacts.Generated", "Broken.cs"), "namespace Contacts.Generated;\n\npublic class Broken : Missing;\n");
        var declared = DeclaredIn(copy);

        var rewritten = await Command.RunAsync(
            copy.Root, new Dictionary<string, string>(), BuildFacts.DotNet, "run", "build/update-public-api.cs");

        rewritten.ExitCode.Should().NotBe(0);
        rewritten.Output.Should().Contain("CS0246").And.Contain("The texts are as they were");
        DeclaredIn(copy).Should().Equal(declared);
    }

    private static Task<CommandResult> BuildAsync(RepositoryCopy copy) =>
        copy.DotNetAsync("build", "src/Contacts.Generated", "--framework", "net10.0", "--verbosity", "quiet");

    private static string FindTool(string name) => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, name)).First(File.Exists);

    private static Dictionary<string, string> DeclaredIn(RepositoryCopy copy) => Directory
        .EnumerateFiles(copy.File("src"), "PublicAPI.*.txt", SearchOption.AllDirectories)
        .Where(file => file.Contains($"{Path.DirectorySeparatorChar}PublicAPI{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .ToDictionary(file => file, File.ReadAllText);
}
