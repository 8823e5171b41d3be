namespace Contacts.ContractTool;

/// <summary>A response of an operation; the node is null when its <c>$ref</c> leads nowhere.</summary>
public sealed record OperationResponse(string Status, Position Position, ContractMapping? Node)
{
    public bool IsSuccess => Status is ['2', >= '0' and <= '9', >= '0' and <= '9'];
}
