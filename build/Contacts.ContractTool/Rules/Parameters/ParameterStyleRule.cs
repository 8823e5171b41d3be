namespace Contacts.ContractTool;

public sealed class ParameterStyleRule() : ContractRule("CTR028", "A parameter's style is its place's default: form in the query, simple in path and header.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Parameter))
        {
            var expected = site.Node.Text("in") == "query" ? "form" : "simple";
            if (site.Node.Find("style") is { Text: { } style } member && style != expected)
            {
                findings.Add(this, member.Position, $"{site} has the style '{style}', which is not supported: use '{expected}', which is the default, or leave 'style' out.");
            }
        }
    }
}
