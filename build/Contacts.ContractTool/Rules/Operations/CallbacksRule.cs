namespace Contacts.ContractTool;

public sealed class CallbacksRule() : ContractRule("CTR041", "No callbacks and no webhooks: the client only calls.")
{
    public override void Check(Contract contract, Findings findings)
    {
        Refuse(contract.Root, "callbacks", findings);
        Refuse(contract.Root, "webhooks", findings);
        Refuse(contract.Root.Mapping("components"), "callbacks", findings);
        foreach (var operation in contract.Operations)
        {
            Refuse(operation.Site.Node, "callbacks", findings);
        }
    }

    private void Refuse(ContractMapping? node, string key, Findings findings)
    {
        if (node?.Find(key) is { } member)
        {
            findings.Add(this, member.Position, $"'{key}' is not supported, because the client only calls and is never called: describe it in a 'description', and what it sends as a schema under components.");
        }
    }
}
