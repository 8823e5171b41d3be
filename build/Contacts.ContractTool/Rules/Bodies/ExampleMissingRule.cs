namespace Contacts.ContractTool;

public sealed class ExampleMissingRule() : ContractRule("CTR045", "Each media type of a request or response has an example.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.MediaType))
        {
            if (site.Node.Find("example") is null && site.Node.Mapping("examples") is not { Members.Count: > 0 })
            {
                findings.Add(this, site.Position, $"{site} has no example, and examples feed the emulator and the tests: add one under 'examples'.");
            }
        }
    }
}
