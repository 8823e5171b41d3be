namespace Contacts.ContractTool;

/// <summary>A contract that a right client can be made from.</summary>
/// <param name="AsWritten">As its author wrote it.</param>
/// <param name="Normalized">In the plain form from which C# is generated.</param>
internal sealed record CheckedContract(Contract AsWritten, ContractMapping Normalized);

/// <summary>Reads a contract, checks it against every rule, and normalizes it.</summary>
internal static class ContractChecker
{
    /// <summary>Checks a file and prints each finding, in the form that MSBuild reads; null if there is an error.</summary>
    /// <param name="path">The file; the findings name it as it is given here.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="warningsAreErrors">Whether to report a warning as an error.</param>
    /// <param name="sdk">The names that hand-written code has taken.</param>
    public static CheckedContract? CheckFile(string path, TextWriter output, bool warningsAreErrors = false, SdkNames? sdk = null)
    {
        var findings = new Findings(path);
        var contract = ContractReader.ReadFile(path, findings) is { } text ? Check(text, findings, sdk ?? SdkNames.None) : null;
        foreach (var finding in findings.InOrder())
        {
            var told = warningsAreErrors ? finding with { Severity = Severity.Error } : finding;
            output.WriteLine(told.ToString());
            contract = told.Severity == Severity.Error ? null : contract;
        }

        return contract;
    }

    /// <summary>Checks a text; the path only names it in the findings.</summary>
    public static IReadOnlyList<Finding> Check(string path, string text, SdkNames? sdk = null)
    {
        var findings = new Findings(path);
        Check(text, findings, sdk ?? SdkNames.None);
        return findings.InOrder();
    }

    private static CheckedContract? Check(string text, Findings findings, SdkNames sdk)
    {
        if (ContractReader.Read(text, findings) is not { } root)
        {
            return null;
        }

        var contract = new Contract(root);
        foreach (var rule in DocumentRules.Version.Check(contract).Any() ? [DocumentRules.Version] : RuleBook.ContractRules)
        {
            findings.Add(rule, rule.Check(contract));
        }

        return findings.HasErrors ? null : new(contract, ContractNormalizer.Normalize(contract, sdk, findings));
    }
}
