namespace Contacts.ContractTool;

public sealed class OperationIdIdentifierRule() : ContractRule("CTR012", "Each operationId can be the name of a C# method.")
{
    public override void Check(Contract contract, Findings findings)
    {
        foreach (var operation in contract.Operations)
        {
            if (operation.Id is { Length: > 0 } id && !CSharpNaming.IsIdentifier(id + "Async"))
            {
                findings.Add(this, operation.Site.Node.PositionOf("operationId"),
                    $"The operationId '{id}' of {operation} cannot be the name of a C# method: use letters and digits, beginning with a letter, such as 'listContacts'.");
            }
        }
    }
}
