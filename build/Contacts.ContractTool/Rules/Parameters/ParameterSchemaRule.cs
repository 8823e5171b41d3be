namespace Contacts.ContractTool;

public sealed class ParameterSchemaRule() : ContractRule("CTR027", "A parameter has a schema that a URL or a header can hold: a plain value, and in the query a list of them.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Parameter))
        {
            if (site.IsReference)
            {
                continue;
            }

            if (site.Node.Find("content") is { } content)
            {
                findings.Add(this, content.Position, $"{site} has 'content', which is not supported: give it a 'schema'.");
            }
            else if (site.Node.Find("schema") is null)
            {
                findings.Add(this, site.Position, $"{site} has no 'schema': add one, such as 'type: string'.");
            }
            else if (contract.Resolve(site.Node.Mapping("schema")) is { } schema)
            {
                CheckType(contract, site, schema, findings);
            }
        }
    }

    private void CheckType(Contract contract, Site site, ContractMapping schema, Findings findings)
    {
        var isQuery = site.Node.Text("in") == "query";
        var position = site.Node.PositionOf("schema");
        switch (schema.Text("type"))
        {
            case "object":
                findings.Add(this, position, $"{site} is an object, which a parameter cannot be here: use one parameter for each member, or a request body.");
                break;
            case "array" when !isQuery:
                findings.Add(this, position, $"{site} is an array, which only a query parameter can be: use 'in: query', or a string.");
                break;
            case "array" when contract.Resolve(schema.Mapping("items"))?.Text("type") is "array" or "object":
                findings.Add(this, position, $"{site} is an array of arrays or objects: use an array of plain values, or a request body.");
                break;
            default:
                break;
        }
    }
}
