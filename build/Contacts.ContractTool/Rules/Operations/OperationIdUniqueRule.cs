namespace Contacts.ContractTool;

public sealed class OperationIdUniqueRule() : ContractRule("CTR011", "No two operations have the same operationId or C# method name, letter case aside.")
{
    public override void Check(Contract contract, Findings findings)
    {
        var seen = new Dictionary<string, Operation>(StringComparer.OrdinalIgnoreCase);
        foreach (var operation in contract.Operations)
        {
            if (operation.Id is not { Length: > 0 } id || operation.Site.IsSkipped)
            {
                continue;
            }

            if (!seen.TryAdd(CSharpNaming.Of(operation.Site.Node, id), operation))
            {
                var first = seen[CSharpNaming.Of(operation.Site.Node, id)];
                findings.Add(this, operation.Site.Node.PositionOf("operationId"),
                    $"The operationId '{id}' of {operation} gives the same C# method name as '{first.Id}' of {first} in line {first.Site.Node.PositionOf("operationId").Line}: rename one of them.");
            }
        }
    }
}
