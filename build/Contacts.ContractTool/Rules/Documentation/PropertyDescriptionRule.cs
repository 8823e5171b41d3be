namespace Contacts.ContractTool;

public sealed class PropertyDescriptionRule() : ContractRule("CTR052", "Each property of a schema has a description, its own or that of the schema it points to.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            if (site.Role == "properties"
                && string.IsNullOrWhiteSpace(site.Node.Text("description"))
                && string.IsNullOrWhiteSpace(contract.Resolve(site.Node)?.Text("description")))
            {
                findings.Add(this, site.Position, $"{site} has no description: add one, for it becomes the property's XML documentation.");
            }
        }
    }
}
