namespace Contacts.ContractTool;

public sealed class MissingKeyRule() : ContractRule("CTR009", "Each object has the keys that OpenAPI 3.0 requires.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var kind in Enum.GetValues<ObjectKind>())
        {
            foreach (var site in contract.Sites(kind))
            {
                Check(site, findings);
            }
        }
    }

    private void Check(Site site, Findings findings)
    {
        if (site.IsReference)
        {
            return;
        }

        foreach (var key in Grammar.Of(site.Kind).Required)
        {
            if (site.Node.Find(key) is null)
            {
                findings.Add(this, site.Position, $"{site} has no '{key}': add it, for OpenAPI requires it.");
            }
        }
    }
}
