namespace Contacts.ContractTool;

public sealed class SuccessResultRule() : ContractRule("CTR075", "A success response says what a method returns.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            var successes = operation.Responses.Where(static response => response.IsSuccess).ToList();
            if (successes.Count > 0 && operation.Site.Node.Text("x-csharp-type") is null && successes.All(static response => response.Node?.Mapping("content") is null))
            {
                findings.Add(this, operation.Site.Node.Find("responses")?.Position ?? operation.Site.Position,
                    $"{operation} answers with success and no body, so nothing says what the C# method returns: describe a body, such as an object without required properties, which an answer may also leave out; or name a type in 'x-csharp-type' beside 'operationId'.");
            }
        }
    }
}
