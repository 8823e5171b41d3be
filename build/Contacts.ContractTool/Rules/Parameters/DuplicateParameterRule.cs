namespace Contacts.ContractTool;

public sealed class DuplicateParameterRule() : ContractRule("CTR025", "No operation has two parameters of the same name and place.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            var seen = new Dictionary<(string, string), Position>();
            foreach (var parameter in operation.Parameters)
            {
                var key = (parameter.Name, parameter.In);
                if (!seen.TryAdd(key, parameter.Position))
                {
                    findings.Add(this, parameter.Position,
                        $"{operation} has the {parameter.In} parameter '{parameter.Name}' a second time; the first is in line {seen[key].Line}: remove one of them.");
                }
            }
        }
    }
}
