namespace Contacts.ContractTool;

/// <summary><c>diff</c>: what changed since the last release, and whether the version says so.</summary>
internal static class DiffCommand
{
    private const string Current = "openapi/contacts.yaml";
    private const string Released = "openapi/released";

    /// <param name="arguments">The arguments, the command first.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="error">Where to print what is wrong with the arguments.</param>
    /// <param name="compareClients">Compares the C# of two normalized contracts.</param>
    public static int Run(
        IReadOnlyList<string> arguments, TextWriter output, TextWriter error,
        Func<ContractMapping, ContractMapping, IReadOnlyList<Change>> compareClients)
    {
        if (Parse(arguments, out var before, out var after) is { } problem)
        {
            return CommandLine.Misused(error, problem);
        }

        if (before.Length == 0)
        {
            output.WriteLine($"Nothing was released: {Released} has no contract yet, so there is nothing to compare with.");
            return CommandLine.NoErrors;
        }

        if (Read(before, output) is not var (older, was) || Read(after, output) is not var (newer, now))
        {
            return CommandLine.Errors;
        }

        IReadOnlyList<Change> ofClients;
        try
        {
            ofClients = compareClients(older.Normalized, newer.Normalized);
        }
        catch (InvalidOperationException exception)
        {
            output.WriteLine($"The C# of the two contracts cannot be compared. {exception.Message}");
            return CommandLine.Errors;
        }

        var diff = new ContractDiff(was, now, [.. new ContractComparer(older.AsWritten, newer.AsWritten).Compare(), .. ofClients]);
        DiffReport.Write(output, before, after, diff);
        return diff.IsVersionEnough ? CommandLine.NoErrors : CommandLine.Errors;
    }

    /// <summary>The problem in one sentence when the arguments are not those of <c>diff</c>, else null.</summary>
    private static string? Parse(IReadOnlyList<string> arguments, out string before, out string after)
    {
        before = arguments.ElementAtOrDefault(1) ?? NewestRelease() ?? "";
        after = arguments.ElementAtOrDefault(2) ?? Current;
        return arguments switch
        {
            _ when arguments.FirstOrDefault(static one => one.StartsWith('-')) is { } option => $"'{option}' is no option of diff",
            { Count: > 3 } => "diff takes at most two files: the older contract and the newer one",
            { Count: < 2 } when before.Length == 0 && !Directory.Exists(Released) =>
                $"there is no folder {Released}: run this in the repository's root, or name the older contract",
            _ => null,
        };
    }

    private static string? NewestRelease() => !Directory.Exists(Released)
        ? null
        : Directory.EnumerateFiles(Released, "contacts-*.yaml")
            .Where(static path => VersionOf(path) is not null)
            .MaxBy(VersionOf)?
            .Replace('\\', '/');

    private static Version? VersionOf(string path) =>
        SemanticVersion.Parse(Path.GetFileNameWithoutExtension(path)["contacts-".Length..]);

    /// <summary>A contract that breaks a rule is not compared: its findings are told instead.</summary>
    private static (CheckedContract Contract, Version Version)? Read(string path, TextWriter output)
    {
        var contract = ContractChecker.CheckFile(path, output, sdk: SdkNames.Read(SdkSource.Folder));
        var version = SemanticVersion.Parse(contract?.AsWritten.Root.Mapping("info")?.Text("version"));
        if (contract is not null && version is null)
        {
            output.WriteLine($"{path}: error: info.version is not a version of three numbers, such as 1.0.0: correct it.");
        }

        return version is null ? null : (contract!, version);
    }
}
