namespace Contacts.ContractTool;

public sealed class RequestBodyRule() : ContractRule("CTR076", "A request body is required, and a list in it is of texts.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.RequestBody))
        {
            if (!site.Node.Flag("required"))
            {
                findings.Add(this, site.Position, $"{site} may be left out, and a C# method sends its body always: say 'required: true', or make an operation for each.");
            }

            foreach (var schema in contract.Sites(ObjectKind.Schema).Where(schema => schema.Role == "schema" && schema.Parent?.Parent == site))
            {
                if (schema.Node.Text("type") == "array" && schema.Node.Mapping("items")?.Text("type") != "string")
                {
                    findings.Add(this, schema.Position, $"{schema} is a list of something else than texts, which is not supported: put it into an object.");
                }
            }
        }
    }
}
