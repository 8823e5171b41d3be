namespace Contacts.ContractTool;

/// <summary>An operation and the contract that it stands in.</summary>
public sealed record ComparedOperation(Operation Operation, Contract Contract)
{
    public OperationSurface Surface { get; } = new(Operation, Contract);

    public ContractMapping Node => Operation.Site.Node;

    public string Id => Operation.Id!;
}
