namespace Contacts.ContractTool;

public sealed class AliasesRule() : ContractRule("CTR072", "Each name under x-aliases belongs to one property of its schema.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            if (site.Node.Mapping("properties") is { } properties)
            {
                Check(site, properties, findings);
            }
        }
    }

    private void Check(Site site, ContractMapping properties, Findings findings)
    {
        var owners = properties.Members.ToDictionary(static member => member.Key, static member => member, StringComparer.Ordinal);
        foreach (var property in properties.Members)
        {
            foreach (var alias in (property.Value as ContractMapping)?.Sequence("x-aliases")?.Scalars ?? [])
            {
                if (!owners.TryAdd(alias.Text, property))
                {
                    var owner = owners[alias.Text];
                    findings.Add(this, alias.Position,
                        $"the alias '{alias.Text}' of property '{property.Key}' of {site} is already {(owner.Key == alias.Text ? "a declared property" : $"an alias of '{owner.Key}'")} (line {owner.Position.Line}): take it out, for a value can go to one property only.");
                }
            }
        }
    }
}
