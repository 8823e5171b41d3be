namespace Contacts.ContractTool;

public sealed class ParameterPlaceRule() : ContractRule("CTR026", "A parameter is in the path, the query or a header; cookies are not supported.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Parameter))
        {
            if (site.Node.Text("in") is { } place and not ("path" or "query" or "header"))
            {
                findings.Add(this, site.Node.PositionOf("in"), $"{site} is in '{place}', which is not supported: use path, query or header{(place == "cookie" ? "; a cookie is set on the HttpClient" : "")}.");
            }
        }
    }
}
