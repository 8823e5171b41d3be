namespace Contacts.ContractTool;

/// <summary><c>check</c>: every finding of a contract, in the form that MSBuild reads.</summary>
public static class CheckCommand
{
    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (CheckArguments.Parse(arguments, out var problem) is not { } check)
        {
            return CommandLine.Misused(error, problem);
        }

        var findings = ContractChecker.CheckFile(check.Path, check.Reserved);
        foreach (var finding in findings)
        {
            output.WriteLine(finding.ToString());
        }

        return findings.Count == 0 ? CommandLine.NoFindings : CommandLine.SomeFindings;
    }
}
