namespace Contacts.ContractTool;

public sealed class InlineObjectRule() : ContractRule("CTR038", "An object that is a body or the item of a list or map is a schema with a name.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            if (site.Node.Mapping("properties") is not null && !site.IsSkipped && HasNoName(site))
            {
                findings.Add(this, site.Position, $"{site} is an object without a name, and its class would be called 'Body', 'Response' or 'Anonymous': move it to components/schemas and point to it with '$ref'.");
            }
        }
    }

    // The parts of a form become parameters, and a property's class takes the property's name.
    private static bool HasNoName(Site site) => site.Role is "items" or "additionalProperties"
        || (site is { Role: "schema", Parent: { Kind: ObjectKind.MediaType } parent }
            && !parent.Name.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase));
}
