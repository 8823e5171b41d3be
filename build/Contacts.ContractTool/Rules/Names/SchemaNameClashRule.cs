namespace Contacts.ContractTool;

public sealed class SchemaNameClashRule() : ContractRule("CTR062", "No two schemas have the same C# name.")
{
    public override void Check(Contract contract, Findings findings)
    {
        var seen = new Dictionary<string, Site>(StringComparer.Ordinal);
        foreach (var site in contract.GeneratedSchemas)
        {
            var name = CSharpNaming.Of(site.Node, site.Name);
            if (!seen.TryAdd(name, site))
            {
                findings.Add(this, site.Position,
                    $"{site} becomes '{name}' in C#, as {seen[name]} in line {seen[name].Position.Line} does: rename one of them.");
            }
        }
    }
}
