namespace Contacts.ContractTool;

public sealed class SchemaDescriptionRule() : ContractRule("CTR053", "Each schema under components that becomes a class has a description.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.GeneratedSchemas)
        {
            if (!site.IsReference && string.IsNullOrWhiteSpace(site.Node.Text("description")))
            {
                findings.Add(this, site.Position, $"{site} has no description: add one, for it becomes the class's XML documentation.");
            }
        }
    }
}
