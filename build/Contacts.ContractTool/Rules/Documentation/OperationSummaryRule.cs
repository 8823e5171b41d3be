namespace Contacts.ContractTool;

public sealed class OperationSummaryRule() : ContractRule("CTR050", "Each operation has a summary.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            if (string.IsNullOrWhiteSpace(operation.Site.Node.Text("summary")))
            {
                findings.Add(this, operation.Site.Position, $"{operation} has no summary: add one sentence, for it becomes the method's XML documentation.");
            }
        }
    }
}
