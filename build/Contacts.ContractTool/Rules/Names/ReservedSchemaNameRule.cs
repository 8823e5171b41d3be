namespace Contacts.ContractTool;

public sealed class ReservedSchemaNameRule() : ContractRule("CTR067", "No schema takes the name of a hand-written type (--reserved).")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.GeneratedSchemas)
        {
            if (contract.Reserved.Contains(CSharpNaming.Of(site.Node, site.Name)))
            {
                findings.Add(this, site.Position, $"{site} becomes a C# class of a name that a hand-written type has: rename the schema and each $ref to it.");
            }
        }
    }
}
