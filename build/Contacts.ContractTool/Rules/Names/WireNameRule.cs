namespace Contacts.ContractTool;

public sealed class WireNameRule() : ContractRule("CTR068", "Each property and parameter gives a C# identifier, or has an x-csharp-name.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            foreach (var (member, name) in GeneratedProperties.Of(site))
            {
                if (member.Value is ContractMapping node && IsStranded(node, name))
                {
                    findings.Add(this, member.Position, Message($"property '{member.Key}' of {site}", name));
                }
            }
        }

        foreach (var operation in contract.Operations)
        {
            foreach (var parameter in operation.Parameters)
            {
                if (IsStranded(parameter.Node, parameter.CSharpName))
                {
                    findings.Add(this, parameter.Position, Message($"parameter '{parameter.Name}' of {operation}", parameter.CSharpName));
                }
            }
        }
    }

    private static bool IsStranded(ContractMapping node, string name) =>
        node.Find(CSharpNaming.Extension) is null && !CSharpNaming.IsIdentifier(name);

    private static string Message(string what, string name) =>
        $"{what} would be '{name}' in C#, which is no name there: give it an 'x-csharp-name'.";
}
