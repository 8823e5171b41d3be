namespace Contacts.ContractTool;

public sealed class ArrayItemsRule() : ContractRule("CTR031", "Each array says what its items are.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            if (site.Node.Text("type") == "array" && site.Node.Find("items") is null)
            {
                findings.Add(this, site.Node.PositionOf("type"), $"{site} is an array without 'items': say what it holds, such as 'items: {{ type: string }}'.");
            }
        }
    }
}
