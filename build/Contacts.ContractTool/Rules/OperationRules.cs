namespace Contacts.ContractTool;

/// <summary>Operations, which become methods.</summary>
internal static class OperationRules
{
    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR010", "Each operation has an operationId.", contract =>
            from operation in contract.Operations
            where operation.Id is null
            select operation.Problem("has no operationId: add one, for it becomes the name of the C# method.")),
        new("CTR011", "No two operations have the same operationId or C# method name, letter case aside.", contract =>
            from pair in contract.Operations.Where(static operation => operation.Id is not null && !operation.IsSkipped)
                .Repeated(static operation => CSharpNaming.Of(operation.Node, operation.Id!), StringComparer.OrdinalIgnoreCase)
            let line = pair.First.PositionOf("operationId").Line
            select new Problem(
                pair.Item.PositionOf("operationId"),
                $"The operationId '{pair.Item.Id}' of {pair.Item} gives the same C# method name as '{pair.First.Id}' of {pair.First} "
                + $"in line {line}: rename one of them.")),
        new("CTR012", "Each operationId can be the name of a C# method.", contract =>
            from operation in contract.Operations
            where operation.Id is { } id && !CSharpNaming.IsIdentifier(id + "Async")
            select new Problem(
                operation.PositionOf("operationId"),
                $"The operationId '{operation.Id}' of {operation} cannot be the name of a C# method: use letters and digits, beginning "
                + "with a letter, such as 'listContacts'.")),
        new("CTR041", "No callbacks and no webhooks: the client only calls.", contract =>
            from owner in contract.AllObjects
            where owner.Kind is ObjectKind.Document or ObjectKind.Components or ObjectKind.Operation
            from member in owner.Node.Members
            where member.Key is "callbacks" or "webhooks"
            select new Problem(
                member.Position,
                $"'{member.Key}' is not supported, because the client only calls and is never called: describe it in a 'description', "
                + "and what it sends as a schema under components.")),
    ];
}
