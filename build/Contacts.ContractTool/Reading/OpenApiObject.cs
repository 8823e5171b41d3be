namespace Contacts.ContractTool;

/// <summary>An OpenAPI object and its place in the document.</summary>
/// <param name="Kind">The kind of object.</param>
/// <param name="Node">The mapping with its members.</param>
/// <param name="Role">The key of its parent under which it is found, such as <c>properties</c> or <c>get</c>.</param>
/// <param name="Name">Its name under that key, such as a property's; the role if it has none.</param>
/// <param name="Position">The position to report: that of its name if it has one.</param>
/// <param name="Parent">The object that it belongs to; null for the document.</param>
internal record OpenApiObject(
    ObjectKind Kind, ContractMapping Node, string Role, string Name, Position Position, OpenApiObject? Parent)
{
    /// <summary>Whether this is only a reference to an object.</summary>
    public bool IsReference => Node.Find("$ref") is not null;

    /// <summary>Whether the contract excludes this object, or one that contains it, from the C# code.</summary>
    public bool IsSkipped => Flag("x-csharp-skip") || Parent is { IsSkipped: true };

    public bool IsComponent => Parent?.Kind is ObjectKind.Components;

    private string KindName => OpenApiSpecification.Of(Kind).Name;

    public string? Text(string key) => Node.Text(key);

    public bool Flag(string key) => Node.Flag(key);

    /// <summary>The position to report for a member: its key's, or the object's if the member is missing.</summary>
    public Position PositionOf(string key) => Node.Find(key)?.Position ?? Position;

    /// <summary>A problem with one of its members; the sentence begins with the object's name.</summary>
    public Problem Problem(string key, string predicate) => new(PositionOf(key), $"{this} {predicate}");

    /// <summary>A problem with the object as a whole; the sentence begins with its name.</summary>
    public Problem Problem(string predicate) => new(Position, $"{this} {predicate}");

    /// <summary>The object's name in messages, such as <c>property 'id' of schema 'Contact'</c>.</summary>
    public sealed override string ToString() => (Kind, IsComponent) switch
    {
        (ObjectKind.Document or ObjectKind.Info or ObjectKind.Components, _) => "the " + KindName,
        (ObjectKind.PathItem, _) => $"path '{Name}'",
        (ObjectKind.Operation, _) => $"{Name.ToUpperInvariant()} {Parent!.Name}",
        (ObjectKind.Schema, true) => $"schema '{Name}'",
        (_, true) => $"{KindName} component '{Name}'",
        (ObjectKind.Schema, _) when Role == "properties" => $"property '{Name}' of {Parent}",
        (ObjectKind.Schema, _) => $"the {Role} of {Parent}",
        (ObjectKind.Parameter, _) => Text("name") is { } name ? $"parameter '{name}' of {Parent}" : $"a parameter of {Parent}",
        (ObjectKind.MediaType, _) => $"'{Name}' in {Parent}",
        (ObjectKind.Response, _) => $"response {Name} of {Parent}",
        _ when Name == Role => $"the {KindName} of {Parent}",
        _ => $"{KindName} '{Name}' of {Parent}",
    };
}

/// <summary>An operation with its parameters and responses resolved.</summary>
internal sealed record Operation : OpenApiObject
{
    public Operation(OpenApiObject operation, Contract contract)
        : base(operation)
    {
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

    public string Path => Parent!.Name;

    /// <summary>The operation id; null if there is none or it is empty.</summary>
    public string? Id => Text("operationId") is { Length: > 0 } id ? id : null;

    public ContractMapping? RequestBody { get; }

    /// <summary>The operation's own parameters that have a name and a location.</summary>
    public IReadOnlyList<OperationParameter> Parameters { get; }

    public IReadOnlyList<OperationResponse> Responses { get; }

    /// <summary>The responses with a status of success.</summary>
    public IEnumerable<OperationResponse> Successes => Responses.Where(static response => response.IsSuccess);
}

/// <summary>A parameter of an operation, with its reference resolved.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="In">Its location: path, query, header or cookie.</param>
/// <param name="Node">Its members, even if it is a component.</param>
/// <param name="Position">Where the operation lists it.</param>
internal sealed record OperationParameter(string Name, string In, ContractMapping Node, Position Position)
{
    public bool IsRequired => Node.Flag("required");
}

/// <summary>A response of an operation; the node is null if its <c>$ref</c> has no target.</summary>
internal sealed record OperationResponse(string Status, Position Position, ContractMapping? Node)
{
    public bool IsSuccess => Status is ['2', >= '0' and <= '9', >= '0' and <= '9'];
}

/// <summary>An <c>x-</c> member and the object that has it.</summary>
internal sealed record Extension(OpenApiObject Owner, ContractMember Member);

/// <summary>A member whose value is not what OpenAPI expects; <c>Expected</c> is null if OpenAPI has no such key.</summary>
internal sealed record InvalidMember(OpenApiObject Owner, Position Position, string Key, ContractNode Value, string? Expected);
