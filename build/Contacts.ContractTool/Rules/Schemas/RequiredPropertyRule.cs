namespace Contacts.ContractTool;

public sealed class RequiredPropertyRule() : ContractRule("CTR035", "Each name under 'required' is a declared property, once.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            var declared = site.Node.Mapping("properties")?.Members.Select(static member => member.Key).ToArray() ?? [];
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var name in site.Node.Sequence("required")?.Scalars ?? [])
            {
                if (!declared.Contains(name.Text))
                {
                    var nearest = declared.Length == 0 ? "." : $"; did you mean '{Spelling.Nearest(name.Text, declared)}'?";
                    findings.Add(this, name.Position, $"{site} requires '{name.Text}', which is no property of it: declare the property, or take the name out{nearest}");
                }
                else if (!seen.Add(name.Text))
                {
                    findings.Add(this, name.Position, $"{site} requires '{name.Text}' twice: take one out.");
                }
            }
        }
    }
}
