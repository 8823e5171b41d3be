namespace Contacts.ContractTool;

/// <summary>Operations, which become methods.</summary>
internal static class OperationRules
{
    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR010", "Each operation has an operationId.", Severity.Warning, contract =>
            from operation in contract.Operations
            where operation.Id is null
            select operation.Problem(
                "has no operationId, so the C# method is named after its path: add one, so that changing the path does not rename the "
                + "method.")),
        new("CTR011", "No two operations have the same operationId.", Severity.Warning, contract =>
            from pair in contract.Operations.Where(static operation => operation.Id is not null && !operation.IsSkipped)
                .Repeated(static operation => Identifiers.Pascal(operation.Text(CSharpNaming.Extension) ?? operation.Id!))
            let line = pair.First.PositionOf("operationId").Line
            select new Problem(
                pair.Item.PositionOf("operationId"),
                $"The operationId '{pair.Item.Id}' of {pair.Item} gives the same C# method name as '{pair.First.Id}' of {pair.First} "
                + $"in line {line}, so both methods are also named after their paths: rename one of them.")),
        new("CTR041", "No callbacks and no webhooks, since the client receives no calls.", Severity.Warning, contract =>
            from owner in contract.AllObjects
            where owner.Kind is ObjectKind.Document or ObjectKind.Components or ObjectKind.Operation
            from member in owner.Node.Members
            where member.Key is "callbacks" or "webhooks"
            select new Problem(
                member.Position,
                $"'{member.Key}' of {owner} is left out, because the client makes calls and receives none: describe in 'description' what "
                + "the service sends.")),
    ];
}
