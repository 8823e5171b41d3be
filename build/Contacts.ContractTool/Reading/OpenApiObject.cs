namespace Contacts.ContractTool;

/// <summary>An OpenAPI object, and where it stands.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Node">Its members.</param>
/// <param name="Role">The key of its parent under which it stands, such as <c>properties</c> or <c>get</c>.</param>
/// <param name="Name">Its own name within that, such as a property's; the role again where it has none.</param>
/// <param name="Position">Where to point: at its name if it has one.</param>
/// <param name="Parent">The object that it belongs to; null for the document.</param>
internal sealed record OpenApiObject(
    ObjectKind Kind, ContractMapping Node, string Role, string Name, Position Position, OpenApiObject? Parent)
{
    /// <summary>Whether the object stands elsewhere and this is a pointer to it.</summary>
    public bool IsReference => Node.Find("$ref") is not null;

    /// <summary>Whether the contract keeps this, or what it belongs to, out of C#.</summary>
    public bool IsSkipped => Node.Flag("x-csharp-skip") || Parent is { IsSkipped: true };

    public bool IsComponent => Parent?.Kind is ObjectKind.Components;

    private string KindName => OpenApiSpecification.Of(Kind).Name;

    /// <summary>How a sentence names it: <c>property 'id' of schema 'Contact'</c>.</summary>
    public override string ToString() => (Kind, IsComponent) switch
    {
        (ObjectKind.Document or ObjectKind.Info or ObjectKind.Components, _) => "the " + KindName,
        (ObjectKind.PathItem, _) => $"path '{Name}'",
        (ObjectKind.Operation, _) => $"{Name.ToUpperInvariant()} {Parent!.Name}",
        (ObjectKind.Schema, true) => $"schema '{Name}'",
        (_, true) => $"{KindName} component '{Name}'",
        (ObjectKind.Schema, _) when Role == "properties" => $"property '{Name}' of {Parent}",
        (ObjectKind.Schema, _) => $"the {Role} of {Parent}",
        (ObjectKind.Parameter, _) => Node.Text("name") is { } name ? $"parameter '{name}' of {Parent}" : $"a parameter of {Parent}",
        (ObjectKind.MediaType, _) => $"'{Name}' in {Parent}",
        (ObjectKind.Response, _) => $"response {Name} of {Parent}",
        _ when Name == Role => $"the {KindName} of {Parent}",
        _ => $"{KindName} '{Name}' of {Parent}",
    };
}

/// <summary>An <c>x-</c> member and the object that has it.</summary>
internal sealed record Extension(OpenApiObject Owner, ContractMember Member);

/// <summary>A member that OpenAPI does not know there, or whose value has another type than OpenAPI asks for.</summary>
/// <param name="Owner">The object that has it.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Key">Its key, with the position in a list.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Expected">What should stand there, with an article; null when the key is unknown.</param>
internal sealed record InvalidMember(OpenApiObject Owner, Position Position, string Key, ContractNode Value, string? Expected);
