namespace Contacts.ContractTool;

/// <summary>The command: arguments in, findings and an exit code out.</summary>
public static class CommandLine
{
    public const int NoFindings = 0;
    public const int SomeFindings = 1;
    public const int WrongUsage = 2;

    public static int Run(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (arguments.Any(static argument => argument is "--help" or "-h" or "-?" or "help"))
        {
            HelpText.Write(output);
            return NoFindings;
        }

        if (CheckArguments.Parse(arguments, out var problem) is not { } check)
        {
            error.WriteLine($"contract-tool: {problem}");
            error.WriteLine(HelpText.Usage);
            error.WriteLine("'contract-tool --help' says more.");
            return WrongUsage;
        }

        var findings = ContractChecker.CheckFile(check.Path, check.Reserved);
        foreach (var finding in findings)
        {
            output.WriteLine(finding.ToString());
        }

        return findings.Count == 0 ? NoFindings : SomeFindings;
    }
}
