using System.Text.Json;
using Contacts.Cli.Failures;
using Contacts.Cli.Hosting;

namespace Contacts.Cli.Profiles;

/// <summary>The file of profiles in the user's configuration folder. Nobody else may read it, since it holds secrets.</summary>
internal sealed class ProfileFile
{
    public const string Variable = "CONTACTS_PROFILE", DefaultName = "default";

    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string? _path;

    public ProfileFile(CliHost host) => _path = FolderOf(host) is { } folder ? Path.Combine(folder, "contacts", "config.json") : null;

    public string Location => _path ?? throw new UsageException(
        "There is no folder for the configuration: set " + (OperatingSystem.IsWindows() ? "APPDATA." : "HOME or XDG_CONFIG_HOME."));

    /// <summary>Reads the profiles; none if there is no file.</summary>
    /// <exception cref="UsageException">Others can read the file, or it is damaged.</exception>
    public ProfileSet Read()
    {
        if (_path is null || !File.Exists(_path))
        {
            return new ProfileSet();
        }

        var target = Target();
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(target) & ~(Owner | UnixFileMode.UserExecute)) != 0)
        {
            throw new UsageException(
                $"Others on this machine may read or write {SafeText.Of(target)}, which holds secrets: run 'chmod 600' on it, "
                + "and renew the secrets if others use this machine.");
        }

        try
        {
            var profiles = JsonSerializer.Deserialize(File.ReadAllBytes(target), ProfileJson.Default.ProfileSet);
            if (profiles is { Profiles: not null } && profiles.Profiles.Values.All(static profile => profile?.Gateway is not null))
            {
                return profiles;
            }
        }
        catch (JsonException)
        {
            // The message of the library may quote the file.
        }

        throw new UsageException($"{SafeText.Of(target)} is not as 'contacts login' writes it: correct it, or delete it and log in again.");
    }

    /// <summary>Replaces the file as a whole, so that a reader or a kill finds the old one or the new one.</summary>
    public void Write(ProfileSet profiles)
    {
        var target = Target();
        var folder = Path.GetDirectoryName(target)!;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
        }
        else if (target == _path)
        {
            File.SetUnixFileMode(folder, Owner | UnixFileMode.UserExecute);
        }

        var draft = $"{target}.{Path.GetRandomFileName()}";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = Owner;
            }

            using (var file = new FileStream(draft, options))
            {
                JsonSerializer.Serialize(file, profiles, ProfileJson.Default.ProfileSet);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>The profile of a name.</summary>
    /// <param name="profiles">All profiles.</param>
    /// <param name="name">The name.</param>
    /// <param name="source">What gave the name, for the message.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static Profile Find(ProfileSet profiles, string name, string source)
    {
        if (profiles.Profiles.TryGetValue(name, out var profile))
        {
            return profile;
        }

        var names = profiles.Profiles.Keys;
        var meant = Suggestion.For(name, names) is { } near ? $"; did you mean {near}?"
            : names.Count > 0 ? $". There are {string.Join(", ", names)}."
            : ": 'contacts login' stores one.";
        throw new UsageException($"{source}: there is no profile {SafeText.OneLine(name, 40)}{SafeText.Of(meant)}");
    }

    /// <summary>What a link leads to, so that a file that is kept elsewhere stays there.</summary>
    private string Target() =>
        File.Exists(Location) ? File.ResolveLinkTarget(Location, returnFinalTarget: true)?.FullName ?? Location : Location;

    private static string? FolderOf(CliHost host)
    {
        if (OperatingSystem.IsWindows())
        {
            return Set(host.Variable("APPDATA"));
        }

        // A relative path is to be ignored, as the XDG Base Directory Specification says.
        return Set(host.Variable("XDG_CONFIG_HOME")) is { } given && Path.IsPathRooted(given) ? given
            : Set(host.Variable("HOME")) is { } home ? Path.Combine(home, ".config") : null;
    }

    private static string? Set(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
