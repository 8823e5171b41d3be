namespace Contacts.ContractTool;

public sealed class CSharpNameIdentifierRule() : ContractRule("CTR065", "Each x-csharp-name and x-name is a C# identifier and no keyword.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var extension in contract.Extensions)
        {
            if (extension.Member is { Key: CSharpNaming.Extension or "x-name" } member && !(member.Text is { } name && CSharpNaming.IsIdentifier(name)))
            {
                findings.Add(this, member.Position,
                    $"The {member.Key} '{member.Text}' of {extension.Owner} cannot be a name in C#: use letters, digits and '_', beginning with a letter, and no keyword.");
            }
        }
    }
}
