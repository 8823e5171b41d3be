namespace Contacts.ContractTool;

public sealed class RequestMediaTypeRule() : ContractRule("CTR040", "A request body has one media type, and that is not a URL-encoded form.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.RequestBody))
        {
            if (site.Node.Find("content") is { Value: ContractMapping content } member)
            {
                Check(site, member.Position, content, findings);
            }
        }
    }

    private void Check(Site site, Position position, ContractMapping content, Findings findings)
    {
        if (content.Members.Count != 1)
        {
            findings.Add(this, position, content.Members.Count == 0
                ? $"{site} has no media type: add one, such as application/json."
                : $"{site} has {content.Members.Count} media types ({string.Join(", ", content.Members.Select(static member => member.Key))}), and a C# method sends one: keep one.");
        }

        foreach (var member in content.Members)
        {
            if (member.Key.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            {
                findings.Add(this, member.Position, $"{site} is a URL-encoded form, which is not supported: use application/json, or multipart/form-data for files.");
            }
        }
    }
}
