namespace Contacts.ContractTool;

public sealed class EnumDescriptionsRule() : ContractRule("CTR074", "x-enum-descriptions has one text for each enum value.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            if (site.Node.Find("x-enum-descriptions") is { Value: ContractSequence texts } member
                && (site.Node.Sequence("enum")?.Items.Count ?? 0) is var values
                && values != texts.Items.Count)
            {
                findings.Add(this, member.Position, $"{site} has {values} enum values and {texts.Items.Count} x-enum-descriptions: write one for each value, in the same order.");
            }
        }
    }
}
