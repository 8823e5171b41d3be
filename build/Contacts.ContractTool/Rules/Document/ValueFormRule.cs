namespace Contacts.ContractTool;

public sealed class ValueFormRule() : ContractRule("CTR007", "Each value has the form that OpenAPI asks for: text, true or false, number, list or mapping.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var oddity in contract.Oddities)
        {
            if (oddity.Expected is { } expected)
            {
                findings.Add(this, oddity.Position, $"'{oddity.Key}' of {oddity.Owner} is {oddity.Value.KindText}: write {expected}.{Hint(oddity)}");
            }
        }
    }

    private static string Hint(Oddity oddity) => oddity switch
    {
        { Key: "required", Owner.Kind: ObjectKind.Schema } => " In a schema, 'required' lists the names of the properties that must be there.",
        { Expected: "a string", Value: ContractScalar { Kind: ScalarKind.WholeNumber or ScalarKind.Number or ScalarKind.Boolean } } => " Put it in quotes.",
        _ => "",
    };
}
