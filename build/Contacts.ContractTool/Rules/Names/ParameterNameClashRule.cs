namespace Contacts.ContractTool;

public sealed class ParameterNameClashRule() : ContractRule("CTR061", "No two parameters of an operation, its body (x-name) included, have the same C# name.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            var seen = new Dictionary<string, OperationParameter>(StringComparer.Ordinal);
            foreach (var parameter in operation.Parameters)
            {
                // The same name and place twice is a finding of its own.
                if (!seen.TryAdd(parameter.CSharpName, parameter)
                    && seen[parameter.CSharpName] is var first
                    && (first.Name, first.In) != (parameter.Name, parameter.In))
                {
                    findings.Add(this, parameter.Position,
                        $"{parameter.In} parameter '{parameter.Name}' of {operation} becomes '{parameter.CSharpName}' in C#, as {first.In} parameter '{first.Name}' in line {first.Position.Line} does: give one of them another 'x-csharp-name'.");
                }
            }

            if (operation.RequestBody?.Find("x-name") is { Text: { } body } member
                && seen.TryGetValue(CSharpNaming.Pascal(body), out var same)
                && same.IsRequired)
            {
                findings.Add(this, member.Position,
                    $"the body of {operation} is called '{body}' in C#, as {same.In} parameter '{same.Name}' in line {same.Position.Line} is: give the body another 'x-name'.");
            }
        }
    }
}
