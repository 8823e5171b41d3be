namespace Contacts.ContractTool;

/// <summary>A contract, prepared for the rules: its objects by kind, its operations, and the targets of its references.</summary>
internal sealed class Contract
{
    private const int LongestChain = 16;

    private readonly ILookup<ObjectKind, OpenApiObject> _objects;

    /// <param name="root">The document.</param>
    public Contract(ContractMapping root)
    {
        var walker = new ContractWalker(root);
        Root = root;
        _objects = walker.Objects.ToLookup(static one => one.Kind);
        Extensions = walker.Extensions;
        InvalidMembers = walker.InvalidMembers;
        Operations = [.. Objects(ObjectKind.Operation).Select(operation => new Operation(operation, this))];
    }

    public ContractMapping Root { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public IReadOnlyList<Extension> Extensions { get; }

    public IReadOnlyList<InvalidMember> InvalidMembers { get; }

    /// <summary>All objects, including references to components.</summary>
    public IEnumerable<OpenApiObject> AllObjects => _objects.SelectMany(static kind => kind);

    /// <summary>The schemas under <c>components</c> that become C# types.</summary>
    public IEnumerable<OpenApiObject> GeneratedSchemas =>
        Objects(ObjectKind.Schema).Where(static schema => schema.IsComponent && !schema.IsSkipped);

    /// <summary>All objects of a kind in the order of the text, including references to components.</summary>
    public IEnumerable<OpenApiObject> Objects(ObjectKind kind) => _objects[kind];

    /// <summary>The object that a node stands for: itself, or the target of its <c>$ref</c>; null if there is no target.</summary>
    public ContractMapping? Resolve(ContractMapping? node)
    {
        for (var step = 0; node is not null && step < LongestChain; step++)
        {
            if (node.Find("$ref") is not { } member)
            {
                return node;
            }

            node = member.Text is { } text ? Component(new Reference(text)) : null;
        }

        return null;
    }

    /// <summary>The component that a reference names, which may be a reference itself.</summary>
    public ContractMapping? Component(Reference reference) => reference.Target is var (section, name)
        ? Root.Mapping("components")?.Mapping(section)?.Mapping(name)
        : null;
}

/// <summary>The text of a <c>$ref</c>; it can be resolved only if it leads to a component of the same document.</summary>
internal sealed record Reference(string Text)
{
    private const string Prefix = "#/components/";

    public bool IsLocal => Text.StartsWith('#');

    /// <summary>The section and the name of the component that it refers to; null if it refers to anything else.</summary>
    public (string Section, string Name)? Target =>
        Text.StartsWith(Prefix, StringComparison.Ordinal) && Text[Prefix.Length..].Split('/') is [var section, var name]
            ? (Unescape(section), Unescape(name))
            : null;

    /// <summary>The key that one part of a JSON pointer names.</summary>
    public static string Unescape(string part) => Uri.UnescapeDataString(part)
        .Replace("~1", "/", StringComparison.Ordinal)
        .Replace("~0", "~", StringComparison.Ordinal);
}
