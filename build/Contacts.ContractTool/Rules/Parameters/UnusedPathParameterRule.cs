namespace Contacts.ContractTool;

public sealed class UnusedPathParameterRule() : ContractRule("CTR021", "Each path parameter has its {placeholder} in the path.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            var placeholders = PathTemplate.Parse(operation.Path).Placeholders;
            foreach (var parameter in operation.Parameters)
            {
                if (parameter.In == "path" && !placeholders.Contains(parameter.Name))
                {
                    findings.Add(this, parameter.Position,
                        $"{operation} declares the path parameter '{parameter.Name}', but its path has no '{{{parameter.Name}}}': put it in the path, correct the name, or say 'in: query'.");
                }
            }
        }
    }
}
