namespace Contacts.ContractTool;

public sealed class SchemaNameRule() : ContractRule("CTR066", "Each schema's name is a C# identifier.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.GeneratedSchemas)
        {
            if (!CSharpNaming.IsIdentifier(site.Name))
            {
                findings.Add(this, site.Position,
                    $"{site} cannot be the name of a C# class: use letters and digits, beginning with a capital, such as '{Suggestion(site.Name)}', and adapt each $ref to it.");
            }
        }
    }

    private static string Suggestion(string name)
    {
        var letters = string.Concat(CSharpNaming.Pascal(name).Where(char.IsLetterOrDigit));
        var candidate = CSharpNaming.Pascal(letters);
        return CSharpNaming.IsIdentifier(candidate) ? candidate : "Contact";
    }
}
