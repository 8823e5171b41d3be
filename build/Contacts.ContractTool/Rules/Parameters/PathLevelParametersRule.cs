namespace Contacts.ContractTool;

public sealed class PathLevelParametersRule() : ContractRule("CTR024", "Parameters stand on the operation, not on the path.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.PathItem))
        {
            if (site.Node.Find("parameters") is { } member)
            {
                findings.Add(this, member.Position, $"{site} has parameters of its own, which would come after the body in C#: declare them on each of its operations.");
            }
        }
    }
}
