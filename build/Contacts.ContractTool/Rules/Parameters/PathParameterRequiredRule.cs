namespace Contacts.ContractTool;

public sealed class PathParameterRequiredRule() : ContractRule("CTR022", "Each path parameter is required.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Parameter))
        {
            if (site.Node.Text("in") == "path" && !site.Node.Flag("required"))
            {
                findings.Add(this, site.Node.PositionOf("required"), $"{site} is in the path and not required: say 'required: true', for a path without it is another path.");
            }
        }
    }
}
