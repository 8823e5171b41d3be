namespace Contacts.ContractTool;

public sealed class EnumRule() : ContractRule("CTR037", "Each enum is of strings or integers, open (x-open-enum) and names its values (x-enumNames).")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var site in contract.Sites(ObjectKind.Schema))
        {
            if (site.Node.Find("enum") is { Value: ContractSequence values } member)
            {
                Check(site, member.Position, values, findings);
            }
        }
    }

    private void Check(Site site, Position position, ContractSequence values, Findings findings)
    {
        var type = site.Node.Text("type");
        if (type is not ("string" or "integer"))
        {
            findings.Add(this, position, $"{site} is an enum of type '{type ?? "none"}': say 'type: string' or 'type: integer'.");
            return;
        }

        if (!site.Node.Flag("x-open-enum"))
        {
            findings.Add(this, position, $"{site} is a closed enum, which fails on the first value that the service adds: say 'x-open-enum: true' beside it.");
        }

        if (site.Node.Find("x-enumNames") is null)
        {
            findings.Add(this, position, $"{site} does not name its enum values: add 'x-enumNames' with a C# name for each.");
        }

        CheckValues(site, position, values, type, findings);
    }

    private void CheckValues(Site site, Position position, ContractSequence values, string type, Findings findings)
    {
        if (values.Items.Count == 0)
        {
            findings.Add(this, position, $"{site} is an enum without values: add them, or remove 'enum'.");
        }

        var expected = type == "string" ? ScalarKind.Text : ScalarKind.WholeNumber;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in values.Items)
        {
            if (item is not ContractScalar scalar || scalar.Kind != expected)
            {
                findings.Add(this, item.Position, $"{site} is an enum of type '{type}', but this value is {item.KindText}: {(type == "string" ? "put it in quotes" : "write an integer")}.");
            }
            else if (!seen.Add(scalar.Text))
            {
                findings.Add(this, item.Position, $"{site} has the enum value '{scalar.Text}' twice: take one out.");
            }
        }
    }
}
