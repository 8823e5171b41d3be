namespace Contacts.ContractTool;

public sealed class ReservedMemberRule() : ContractRule("CTR064", "No property or parameter takes the name of a member that the generated code already has.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            foreach (var (member, name) in GeneratedProperties.Of(site))
            {
                if (ReservedMembers.OfModel.Contains(name))
                {
                    findings.Add(this, member.Position, Message($"property '{member.Key}' of {site}", name, "every model"));
                }
            }
        }

        foreach (var operation in contract.Operations)
        {
            foreach (var parameter in operation.Parameters)
            {
                var (taken, owner) = parameter.IsRequired
                    ? (ReservedMembers.OfMethod, "every method")
                    : (ReservedMembers.OfObject, "every options class");
                if (taken.Contains(parameter.CSharpName))
                {
                    findings.Add(this, parameter.Position, Message($"parameter '{parameter.Name}' of {operation}", parameter.CSharpName, owner));
                }
            }
        }
    }

    private static string Message(string what, string name, string owner) =>
        $"{what} becomes '{name}' in C#, which {owner} already has: give it another 'x-csharp-name'.";
}
