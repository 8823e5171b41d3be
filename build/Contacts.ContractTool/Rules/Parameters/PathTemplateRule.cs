namespace Contacts.ContractTool;

public sealed class PathTemplateRule() : ContractRule("CTR023", "Each path begins with '/', closes its braces and has no placeholder twice.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.PathItem))
        {
            if (!site.Name.StartsWith('/'))
            {
                findings.Add(this, site.Position, $"{site} does not begin with '/': write '/{site.Name}'.");
            }

            var template = PathTemplate.Parse(site.Name);
            if (!template.IsWellFormed)
            {
                findings.Add(this, site.Position, $"{site} has a brace without its partner or an empty placeholder: write each placeholder as '{{name}}'.");
            }

            foreach (var twice in template.Placeholders.GroupBy(static name => name).Where(static group => group.Count() > 1))
            {
                findings.Add(this, site.Position, $"{site} has the placeholder '{{{twice.Key}}}' {twice.Count()} times: give each its own name.");
            }
        }
    }
}
