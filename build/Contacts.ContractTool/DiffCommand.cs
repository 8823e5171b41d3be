namespace Contacts.ContractTool;

/// <summary><c>diff</c>: what changed since the last release, and whether the version says so.</summary>
internal static class DiffCommand
{
    private const string Current = "openapi/contacts.yaml";
    private const string Released = "openapi/released";

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        if (Parse(arguments, out var before, out var after) is { } problem)
        {
            return CommandLine.Misused(error, problem);
        }

        if (Read(before, output) is not var (older, was) || Read(after, output) is not var (newer, now))
        {
            return CommandLine.SomeFindings;
        }

        var diff = new ContractDiff(was, now, new ContractComparer(older, newer).Compare());
        DiffReport.Write(output, before, after, diff);
        return diff.IsVersionEnough ? CommandLine.NoFindings : CommandLine.SomeFindings;
    }

    /// <summary>The problem in one sentence when the arguments are not those of <c>diff</c>, else null.</summary>
    private static string? Parse(IReadOnlyList<string> arguments, out string before, out string after)
    {
        before = arguments.ElementAtOrDefault(1) ?? NewestRelease() ?? "";
        after = arguments.ElementAtOrDefault(2) ?? Current;
        if (arguments.FirstOrDefault(static argument => argument.StartsWith('-')) is { } option)
        {
            return $"'{option}' is no option of diff";
        }

        if (arguments.Count > 3)
        {
            return "diff takes at most two files: the older contract and the newer one";
        }

        return arguments.Count < 2 && before.Length == 0
            ? $"there is no released contract in {Released}: run this in the repository's root, or name the older contract"
            : null;
    }

    private static string? NewestRelease() => !Directory.Exists(Released)
        ? null
        : Directory.EnumerateFiles(Released, "contacts-*.yaml")
            .Where(static path => VersionOf(path) is not null)
            .MaxBy(VersionOf)?
            .Replace('\\', '/');

    private static SemanticVersion? VersionOf(string path) =>
        SemanticVersion.Parse(Path.GetFileNameWithoutExtension(path)["contacts-".Length..]);

    /// <summary>A contract that breaks a rule is not compared: its findings are told instead.</summary>
    private static (Contract Contract, SemanticVersion Version)? Read(string path, TextWriter output)
    {
        var (contract, findings) = ContractChecker.CheckFile(path);
        foreach (var finding in findings)
        {
            output.WriteLine(finding.ToString());
        }

        if (contract is null || findings.Count > 0)
        {
            return null;
        }

        if (SemanticVersion.Parse(contract.Root.Mapping("info")?.Text("version")) is { } version)
        {
            return (contract, version);
        }

        output.WriteLine($"{path}: error: info.version is not a version of three numbers, such as 1.0.0: correct it.");
        return null;
    }
}
