namespace Contacts.ContractTool;

public sealed class OperationIdMissingRule() : ContractRule("CTR010", "Each operation has an operationId.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            if (string.IsNullOrEmpty(operation.Id))
            {
                findings.Add(this, operation.Site.Position, $"{operation} has no operationId: add one, for it becomes the name of the C# method.");
            }
        }
    }
}
