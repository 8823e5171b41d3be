namespace Contacts.ContractTool;

public sealed class StatusCodeRule() : ContractRule("CTR044", "A response stands under a status code, an error class (4XX, 5XX) or 'default'.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            foreach (var response in operation.Responses)
            {
                if (!IsKnown(response.Status))
                {
                    findings.Add(this, response.Position,
                        $"'{response.Status}' in the responses of {operation} is no status code: use a number such as '200', or '4XX', '5XX' or 'default' for errors.");
                }
            }
        }
    }

    private static bool IsKnown(string status) => status is "default" or "4XX" or "5XX"
        or [>= '1' and <= '5', >= '0' and <= '9', >= '0' and <= '9'];
}
