namespace Contacts.ContractTool;

/// <summary>A rule that looks at a contract that could be read.</summary>
public abstract class ContractRule(string code, string summary) : Rule(code, summary)
{
    public abstract void Check(Contract contract, Findings findings);
}
