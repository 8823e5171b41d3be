namespace Contacts.ContractTool;

/// <summary>Checks a contract against every rule.</summary>
internal static class ContractChecker
{
    /// <summary>Checks a file and prints each finding, in the form that MSBuild reads; null if there is an error.</summary>
    /// <param name="path">The file; the findings name it as it is given here.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="warningsAreErrors">Whether to report a warning as an error.</param>
    /// <param name="reserved">C# names of hand-written types that no schema may take.</param>
    public static Contract? CheckFile(
        string path, TextWriter output, bool warningsAreErrors = false, params IReadOnlyCollection<string> reserved)
    {
        var findings = new Findings(path);
        var contract = ContractReader.ReadFile(path, findings) is { } text ? Check(text, findings, reserved) : null;
        foreach (var finding in findings.InOrder())
        {
            var told = warningsAreErrors ? finding with { Severity = Severity.Error } : finding;
            output.WriteLine(told.ToString());
            contract = told.Severity == Severity.Error ? null : contract;
        }

        return contract;
    }

    /// <summary>Checks a text; the path only names it in the findings.</summary>
    public static IReadOnlyList<Finding> Check(string path, string text, params IReadOnlyCollection<string> reserved)
    {
        var findings = new Findings(path);
        Check(text, findings, reserved);
        return findings.InOrder();
    }

    private static Contract? Check(string text, Findings findings, IReadOnlyCollection<string> reserved)
    {
        var contract = ContractReader.Read(text, findings) is { } root ? new Contract(root, reserved) : null;
        if (contract is not null)
        {
            foreach (var rule in DocumentRules.Version.Check(contract).Any() ? [DocumentRules.Version] : RuleBook.ContractRules)
            {
                findings.Add(rule, rule.Check(contract));
            }
        }

        return contract;
    }
}
