namespace Contacts.ContractTool;

public sealed class ParameterDescriptionRule() : ContractRule("CTR051", "Each parameter has a description.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Parameter))
        {
            if (!site.IsReference && string.IsNullOrWhiteSpace(site.Node.Text("description")))
            {
                findings.Add(this, site.Position, $"{site} has no description: add one, for it becomes the parameter's XML documentation.");
            }
        }
    }
}
