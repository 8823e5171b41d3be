namespace Contacts.ContractTool;

public sealed class PropertyNameClashRule() : ContractRule("CTR060", "No two properties of a schema have the same C# name.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            var seen = new Dictionary<string, ContractMember>(StringComparer.Ordinal);
            foreach (var property in GeneratedProperties.Of(site))
            {
                if (!seen.TryAdd(property.CSharpName, property.Member))
                {
                    var first = seen[property.CSharpName];
                    findings.Add(this, property.Member.Position,
                        $"property '{property.Member.Key}' of {site} becomes '{property.CSharpName}' in C#, as '{first.Key}' in line {first.Position.Line} does: give one of them another 'x-csharp-name'.");
                }
            }
        }
    }
}
