namespace Contacts.ContractTool;

public sealed class ExampleKindRule() : ContractRule("CTR046", "Each example is of its schema's type: object, array, string and so on.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.MediaType))
        {
            if (contract.Resolve(site.Node.Mapping("schema")) is not { } schema)
            {
                continue;
            }

            if (site.Node.Find("example") is { } single)
            {
                Check($"the example of {site}", single.Position, single.Value, schema, findings);
            }

            foreach (var named in site.Node.Mapping("examples")?.Members ?? [])
            {
                if (contract.Resolve(named.Value as ContractMapping)?.Find("value") is { } value)
                {
                    Check($"example '{named.Key}' of {site}", named.Position, value.Value, schema, findings);
                }
            }
        }
    }

    private void Check(string example, Position position, ContractNode value, ContractMapping schema, Findings findings)
    {
        if (schema.Text("type") is { } type && !Fits(value, type, schema.Flag("nullable")))
        {
            findings.Add(this, position, $"{example} is {value.KindText}, but its schema says '{type}': correct the example or the schema.");
        }
    }

    private static bool Fits(ContractNode value, string type, bool isNullable) => (type, value) switch
    {
        (_, ContractScalar { Kind: ScalarKind.Null }) => isNullable,
        ("object", _) => value is ContractMapping,
        ("array", _) => value is ContractSequence,
        ("string", _) => value is ContractScalar { Kind: ScalarKind.Text },
        ("integer", _) => value is ContractScalar { Kind: ScalarKind.WholeNumber },
        ("number", _) => value is ContractScalar { Kind: ScalarKind.WholeNumber or ScalarKind.Number },
        ("boolean", _) => value is ContractScalar { Kind: ScalarKind.Boolean },
        _ => true, // an unknown type is another rule's finding
    };
}
