namespace Contacts.ContractTool;

public sealed class UndeclaredPlaceholderRule() : ContractRule("CTR020", "Each {placeholder} of a path is a path parameter of each of its operations.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            foreach (var name in PathTemplate.Parse(operation.Path).Placeholders.Distinct(StringComparer.Ordinal))
            {
                if (!operation.Parameters.Any(parameter => parameter.In == "path" && parameter.Name == name))
                {
                    findings.Add(this, operation.Site.Position,
                        $"{operation} does not declare the path parameter '{name}': add a parameter with 'name: {name}', 'in: path' and 'required: true' to the operation.");
                }
            }
        }
    }
}
