namespace Contacts.Generated.PackageTests;

/// <summary>A release of a copy of the repository, made with the very commands of CONTRIBUTING.md.</summary>
internal sealed class Release(RepositoryCopy repository, string origin, string feed)
{
    private readonly Dictionary<string, string> _environment = new()
    {
        ["CI"] = "",
        // A version that no source and no cache has.
        ["VersionSuffix"] = "test.1",
        ["NUGET_SOURCE"] = feed,
        ["NUGET_API_KEY"] = "none",
        ["GIT_AUTHOR_NAME"] = "Test",
        ["GIT_AUTHOR_EMAIL"] = "test@example.com",
        ["GIT_COMMITTER_NAME"] = "Test",
        ["GIT_COMMITTER_EMAIL"] = "test@example.com",
        ["GIT_CONFIG_GLOBAL"] = "/dev/null",
        // No process of the release outlives it.
        ["MSBUILDDISABLENODEREUSE"] = "1",
    };

    /// <summary>Makes the release in the copy, and publishes it.</summary>
    public async Task PublishAsync()
    {
        (await Command.RunAsync(repository.Root, _environment, "git", "init", "--quiet", "--bare", origin)).ShouldSucceed();
        (await Command.RunAsync(repository.Root, _environment, "git", "remote", "add", "origin", origin)).ShouldSucceed();
        await RunAsync(repository.Root, string.Join('\n', Handbook.Commands("Releasing")));
    }

    /// <summary>Clones what was tagged, and packs it there.</summary>
    public async Task PackAgainAsync(string tag, string folder)
    {
        (await Command.RunAsync(repository.Root, _environment, "git", "clone", "--quiet", "--branch", tag, origin, folder)).ShouldSucceed();
        await RunAsync(folder, "build/pack.sh artifacts");
    }

    private async Task RunAsync(string folder, string script) =>
        (await Command.RunAsync(folder, _environment, "bash", "-euo", "pipefail", "-c", script)).ShouldSucceed();
}
