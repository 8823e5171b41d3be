namespace Contacts.ContractTool;

/// <summary><c>diff</c>: what changed since the last release, and whether the version says so.</summary>
public static class DiffCommand
{
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (DiffArguments.Parse(arguments, out var problem) is not { } files)
        {
            return CommandLine.Misused(error, problem);
        }

        if (Read(files.Before, output) is not var (before, was) || Read(files.After, output) is not var (after, now))
        {
            return CommandLine.SomeFindings;
        }

        var diff = new ContractDiff(was, now, new ContractComparer(before, after).Compare());
        DiffReport.Write(output, files, diff);
        return diff.IsVersionEnough ? CommandLine.NoFindings : CommandLine.SomeFindings;
    }

    /// <summary>A contract that breaks a rule is not compared: its findings are told instead.</summary>
    private static (Contract Contract, SemanticVersion Version)? Read(string path, TextWriter output)
    {
        var (contract, findings) = ContractChecker.ReadFile(path);
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
