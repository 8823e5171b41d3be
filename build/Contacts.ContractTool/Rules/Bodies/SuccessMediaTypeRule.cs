namespace Contacts.ContractTool;

public sealed class SuccessMediaTypeRule() : ContractRule("CTR043", "A success response has at most one media type.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            foreach (var response in operation.Responses)
            {
                if (response.IsSuccess && response.Node?.Mapping("content") is { Members: { Count: > 1 } types })
                {
                    findings.Add(this, response.Position,
                        $"Response {response.Status} of {operation} has {types.Count} media types ({string.Join(", ", types.Select(static type => type.Key))}), and a C# method returns one type: keep one, or make an operation for each.");
                }
            }
        }
    }
}
