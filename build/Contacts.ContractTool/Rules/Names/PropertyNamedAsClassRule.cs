namespace Contacts.ContractTool;

public sealed class PropertyNamedAsClassRule() : ContractRule("CTR063", "No property has the C# name of its class.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.GeneratedSchemas)
        {
            var className = CSharpNaming.Of(site.Node, site.Name);
            foreach (var (member, name) in GeneratedProperties.Of(site))
            {
                if (name == className)
                {
                    findings.Add(this, member.Position,
                        $"property '{member.Key}' of {site} becomes '{name}' in C#, the name of its class, which C# does not allow: give it an 'x-csharp-name' such as '{name}Value'.");
                }
            }
        }
    }
}
