using System.Text.Json.Nodes;

namespace Contacts.Generated.TestKit;

/// <summary>A place in the contract: its value, and the pointer that leads to it. A reference stands for what it points at.</summary>
internal sealed class ContractNode
{
    private const int MaxReferences = 10;
    private readonly JsonNode _root;

    private ContractNode(JsonNode root, JsonNode? value, string pointer)
    {
        _root = root;
        Value = value;
        Pointer = pointer;
    }

    public JsonNode? Value { get; }

    /// <summary>Where the value stands, beginning with <c>#</c>.</summary>
    public string Pointer { get; }

    /// <summary>The last name of the pointer: what a component is called.</summary>
    public string Name => JsonPointer.Names(Pointer).Last();

    /// <summary>The members of an object, in order; of anything else, none.</summary>
    public IEnumerable<KeyValuePair<string, ContractNode>> Members =>
        Value is JsonObject members ? members.Select(member => KeyValuePair.Create(member.Key, Child(member.Key, member.Value))) : [];

    /// <summary>The items of an array, in order; of anything else, none.</summary>
    public IEnumerable<ContractNode> Items =>
        Value is JsonArray items ? items.Select((item, index) => Child($"{index}", item)) : [];

    public ContractNode this[string name] => Find(name) ?? throw new InvalidDataException($"The contract has no \"{name}\" at {Pointer}.");

    public static ContractNode Root(JsonNode root) => new(root, root, "#");

    public ContractNode? Find(string name) =>
        Value is JsonObject members && members.TryGetPropertyValue(name, out var value) ? Child(name, value) : null;

    public string? Text(string name) => Find(name)?.Value?.GetValue<string>();

    public bool Flag(string name) => Find(name)?.Value?.GetValue<bool>() == true;

    /// <summary>The pointer to a member that need not be there.</summary>
    public string PointerTo(string name) => JsonPointer.Append(Pointer, name);

    private ContractNode Child(string name, JsonNode? value) => Resolve(new ContractNode(_root, value, PointerTo(name)));

    private static ContractNode Resolve(ContractNode node)
    {
        for (var followed = 0; node.Value is JsonObject value && value["$ref"] is { } reference; followed++)
        {
            node = followed < MaxReferences
                ? Follow(node._root, reference.GetValue<string>())
                : throw new InvalidDataException($"The references at {node.Pointer} go round in a circle.");
        }

        return node;
    }

    private static ContractNode Follow(JsonNode root, string reference)
    {
        var value = root;
        foreach (var name in JsonPointer.Names(reference))
        {
            value = (value as JsonObject)?[name] ?? throw new InvalidDataException(
                $"The contract refers to {reference}, which is not there.");
        }

        return new ContractNode(root, value, reference);
    }
}

/// <summary>JSON pointers (RFC 6901), as text.</summary>
internal static class JsonPointer
{
    public static string Append(string pointer, string name) =>
        $"{pointer}/{name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>The names on the way to what a reference within the document points at.</summary>
    public static IEnumerable<string> Names(string reference)
    {
        if (!reference.StartsWith("#/", StringComparison.Ordinal))
        {
            throw new NotSupportedException($"The contract refers to \"{reference}\", which is outside of it.");
        }

        return reference[2..]
            .Split('/').Select(name => name.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
    }
}
