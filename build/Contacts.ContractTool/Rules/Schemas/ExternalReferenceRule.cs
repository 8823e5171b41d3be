namespace Contacts.ContractTool;

public sealed class ExternalReferenceRule() : ContractRule("CTR034", "No $ref leads to another file or address.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var kind in Enum.GetValues<ObjectKind>())
        {
            foreach (var site in contract.Sites(kind))
            {
                if (site.Node.Find("$ref") is { Text: { } text } member && !new Reference(text).IsLocal)
                {
                    findings.Add(this, member.Position, $"$ref '{text}' leads to another file or address, which is not supported: copy the target under components and point to it with '#/components/…'.");
                }
            }
        }
    }
}
