namespace Contacts.ContractTool;

public sealed class CompositionRule() : ContractRule("CTR036", "No oneOf, anyOf, allOf, not or discriminator.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            foreach (var member in site.Node.Members)
            {
                if (Remedy(member.Key) is { } remedy)
                {
                    findings.Add(this, member.Position, $"{site} has '{member.Key}', which is not supported: {remedy}.");
                }
            }
        }
    }

    private static string? Remedy(string key) => key switch
    {
        "allOf" => "write the properties of all parts in one schema, or use a plain '$ref' if there is but one part",
        "oneOf" or "anyOf" => "use one schema that has the properties of every form as optional ones, or leave 'type' out for any value",
        "discriminator" => "use one schema with an enum property that tells the forms apart",
        "not" => "say what is allowed instead, or describe it in 'description'",
        _ => null,
    };
}
