namespace Contacts.ContractTool;

/// <summary>A contract as the rules see it: its objects by kind, its operations, and what a <c>$ref</c> means.</summary>
public sealed class Contract
{
    private const int LongestChain = 16;

    private readonly IReadOnlyDictionary<ObjectKind, List<Site>> _sites;

    internal Contract(
        ContractMapping root,
        IReadOnlyDictionary<ObjectKind, List<Site>> sites,
        IReadOnlyList<Extension> extensions,
        IReadOnlyList<Oddity> oddities,
        IReadOnlyCollection<string> reserved)
    {
        Root = root;
        _sites = sites;
        Extensions = extensions;
        Oddities = oddities;
        Reserved = reserved;
        Operations = [.. Sites(ObjectKind.Operation).Select(site => new Operation(site, this))];
    }

    public ContractMapping Root { get; }

    public IReadOnlyList<Operation> Operations { get; }

    public IReadOnlyList<Extension> Extensions { get; }

    public IReadOnlyList<Oddity> Oddities { get; }

    /// <summary>C# names that hand-written types have taken.</summary>
    public IReadOnlyCollection<string> Reserved { get; }

    /// <summary>All objects of a kind, in the order of the text, pointers to a component included.</summary>
    public IReadOnlyList<Site> Sites(ObjectKind kind) => _sites.TryGetValue(kind, out var sites) ? sites : [];

    /// <summary>The schemas under <c>components</c> that become C# types.</summary>
    public IEnumerable<Site> GeneratedSchemas => Sites(ObjectKind.Schema).Where(static site => site.IsComponent && !site.IsSkipped);

    /// <summary>The object that a node stands for: itself, or what its <c>$ref</c> leads to; null when that leads nowhere.</summary>
    public ContractMapping? Resolve(ContractMapping? node)
    {
        for (var step = 0; node is not null && step < LongestChain; step++)
        {
            if (node.Text("$ref") is not { } text)
            {
                return node.Find("$ref") is null ? node : null;
            }

            node = Component(new Reference(text));
        }

        return null;
    }

    /// <summary>The component that a reference names, itself perhaps another reference.</summary>
    public ContractMapping? Component(Reference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Target is var (section, name)
            ? Root.Mapping("components")?.Mapping(section)?.Mapping(name)
            : null;
    }
}
