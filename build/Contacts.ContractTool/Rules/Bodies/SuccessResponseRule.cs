namespace Contacts.ContractTool;

public sealed class SuccessResponseRule() : ContractRule("CTR042", "Each operation has a success response.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            if (!operation.Responses.Any(static response => response.IsSuccess))
            {
                findings.Add(this, operation.Site.Node.Find("responses")?.Position ?? operation.Site.Position,
                    $"{operation} has no success response, so the C# method has nothing to return: add a '200' (or another 2xx) under 'responses'.");
            }
        }
    }
}
