namespace Contacts.Generated.PackageTests;

/// <summary>The repository as a fresh clone of the present tree would be: tracked and new files, none that a build made.</summary>
internal sealed class RepositoryCopy(string root)
{
    // One moment for every copy, so that equal trees give equal commits: the commit is part of what is built.
    private static readonly Dictionary<string, string> _moment = new()
    {
        ["GIT_AUTHOR_DATE"] = "2026-01-01T00:00:00Z",
        ["GIT_COMMITTER_DATE"] = "2026-01-01T00:00:00Z",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
    };

    public string Root { get; } = root;

    public string File(params string[] parts) => Path.Combine([Root, .. parts]);

    public string Contract => File("openapi", "contacts.yaml");

    public string GeneratedFile => File("src", "Contacts.Generated", "obj", "Generated", "Contacts.g.cs");

    public static async Task<RepositoryCopy> CreateAsync(string root)
    {
        var listed = await Command.RunAsync(
            BuildFacts.RepositoryRoot, _moment, "git", "ls-files", "--cached", "--others", "--exclude-standard");
        foreach (var name in listed.ShouldSucceed().Lines)
        {
            var source = Path.Combine(BuildFacts.RepositoryRoot, name);
            if (System.IO.File.Exists(source))
            {
                var target = Path.Combine(root, name);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                System.IO.File.Copy(source, target);
            }
        }

        (await Command.RunAsync(root, _moment, "git", "init", "--quiet")).ShouldSucceed();
        (await Command.RunAsync(root, _moment, "git", "add", "--all")).ShouldSucceed();
        (await Command.RunAsync(root, _moment, "git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "--quiet",
            "--message", "Copy")).ShouldSucceed();
        return new RepositoryCopy(root);
    }

    public Task<CommandResult> DotNetAsync(params string[] arguments) => DotNetAsync(ci: false, arguments);

    public Task<CommandResult> DotNetAsync(bool ci, params string[] arguments) => Command.RunAsync(
        Root, new Dictionary<string, string> { ["CI"] = ci ? "true" : "" },
        [BuildFacts.DotNet, .. arguments, "--nologo", "-nodeReuse:false"]);
}
