namespace Contacts.ContractTool;

/// <summary>The arguments of <c>diff</c>: two files, or what stands where the repository keeps them.</summary>
public sealed record DiffArguments(string Before, string After)
{
    private const string Current = "openapi/contacts.yaml";
    private const string Released = "openapi/released";

    /// <summary>Null, and the problem in one sentence, when the arguments are not those of <c>diff</c>.</summary>
    public static DiffArguments? Parse(IReadOnlyList<string> arguments, out string problem)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        problem = "";
        if (arguments.FirstOrDefault(static argument => argument.StartsWith('-')) is { } option)
        {
            problem = $"'{option}' is no option of diff";
        }
        else if (arguments.Count > 3)
        {
            problem = "diff takes at most two files: the older contract and the newer one";
        }
        else if (arguments.Count < 2 && NewestRelease() is null)
        {
            problem = $"there is no released contract in {Released}: run this in the repository's root, or name the older contract";
        }

        return problem.Length > 0
            ? null
            : new DiffArguments(arguments.ElementAtOrDefault(1) ?? NewestRelease()!, arguments.ElementAtOrDefault(2) ?? Current);
    }

    private static string? NewestRelease() => !Directory.Exists(Released)
        ? null
        : Directory.EnumerateFiles(Released, "contacts-*.yaml")
            .Select(static path => (Path: path, Version: SemanticVersion.Parse(Path.GetFileNameWithoutExtension(path)["contacts-".Length..])))
            .Where(static one => one.Version is not null)
            .OrderByDescending(static one => one.Version)
            .Select(static one => one.Path.Replace('\\', '/'))
            .FirstOrDefault();
}
