namespace Contacts.ContractTool;

/// <summary>An operation with its parameters and responses resolved.</summary>
internal sealed class Operation
{
    private readonly OpenApiObject _operation;

    public Operation(OpenApiObject operation, Contract contract)
    {
        _operation = operation;
        RequestBody = contract.Resolve(Node.Mapping("requestBody"));
        Parameters =
        [
            .. from use in (Node.Sequence("parameters")?.Items ?? []).OfType<ContractMapping>()
               let node = contract.Resolve(use)
               let name = node?.Text("name")
               let place = node?.Text("in")
               where name is not null && place is not null
               select new OperationParameter(name, place, node, use.Position),
        ];
        Responses =
        [
            .. from member in Node.MembersOf("responses")
               where !member.IsExtension && member.Value is ContractMapping
               select new OperationResponse(member.Key, member.Position, contract.Resolve(member.Value as ContractMapping)),
        ];
    }

    public ContractMapping Node => _operation.Node;

    public Position Position => _operation.Position;

    public string Path => _operation.Parent!.Name;

    public bool IsSkipped => _operation.IsSkipped;

    /// <summary>The operation id; null when there is none or it is empty.</summary>
    public string? Id => Node.Text("operationId") is { Length: > 0 } id ? id : null;

    public ContractMapping? RequestBody { get; }

    /// <summary>The operation's own parameters that have a name and a place.</summary>
    public IReadOnlyList<OperationParameter> Parameters { get; }

    public IReadOnlyList<OperationResponse> Responses { get; }

    public override string ToString() => _operation.ToString();
}

/// <summary>A parameter as an operation has it.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="In">Its place: path, query, header or cookie.</param>
/// <param name="Node">Its members, also when it is a component.</param>
/// <param name="Position">Where the operation lists it.</param>
internal sealed record OperationParameter(string Name, string In, ContractMapping Node, Position Position)
{
    public bool IsRequired => Node.Flag("required");
}

/// <summary>A response of an operation; the node is null when its <c>$ref</c> leads nowhere.</summary>
internal sealed record OperationResponse(string Status, Position Position, ContractMapping? Node)
{
    public bool IsSuccess => Status is ['2', >= '0' and <= '9', >= '0' and <= '9'];
}
