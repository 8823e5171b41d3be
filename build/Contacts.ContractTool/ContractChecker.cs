namespace Contacts.ContractTool;

/// <summary>Checks a contract against every rule.</summary>
internal static class ContractChecker
{
    /// <summary>Reads and checks a file; a missing or unreadable one is a finding too, and the contract is then null.</summary>
    /// <param name="path">The file; the findings name it as it is given here.</param>
    /// <param name="reserved">C# names of hand-written types that no schema may take.</param>
    public static (Contract? Contract, IReadOnlyList<Finding> Findings) CheckFile(
        string path, IReadOnlyCollection<string>? reserved = null)
    {
        var findings = new Findings(path);
        var contract = ContractReader.ReadFile(path, findings) is { } text ? Check(text, findings, reserved) : null;
        return (contract, findings.InOrder());
    }

    /// <summary>Checks a text; the path only names it in the findings.</summary>
    public static IReadOnlyList<Finding> Check(string path, string text, IReadOnlyCollection<string>? reserved = null)
    {
        var findings = new Findings(path);
        Check(text, findings, reserved);
        return findings.InOrder();
    }

    private static Contract? Check(string text, Findings findings, IReadOnlyCollection<string>? reserved)
    {
        if (ContractReader.Read(text, findings) is not { } root)
        {
            return null;
        }

        var contract = Contract.Of(root, reserved ?? []);
        foreach (var rule in RuleBook.ContractRules)
        {
            foreach (var problem in rule.Check(contract))
            {
                findings.Add(rule, problem.Position, problem.Message);
            }
        }

        return contract;
    }
}
