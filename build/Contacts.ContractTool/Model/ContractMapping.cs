namespace Contacts.ContractTool;

/// <summary>A YAML mapping with unique keys, in the order of the text.</summary>
public sealed class ContractMapping(Position position, IReadOnlyList<ContractMember> members) : ContractNode(position)
{
    public IReadOnlyList<ContractMember> Members { get; } = members;

    public override string KindText => "a mapping";

    public ContractMember? Find(string key)
    {
        foreach (var member in Members)
        {
            if (member.Key == key)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>The text of a scalar member; null when there is none.</summary>
    public string? Text(string key) => Find(key)?.Text;

    public ContractMapping? Mapping(string key) => Find(key)?.Value as ContractMapping;

    public ContractSequence? Sequence(string key) => Find(key)?.Value as ContractSequence;

    /// <summary>Whether the member is <c>true</c>; a missing one is not.</summary>
    public bool Flag(string key) => Find(key)?.Value is ContractScalar { Kind: ScalarKind.Boolean } scalar
        && string.Equals(scalar.Text, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where to point for a member: at its key, or at the mapping when it is missing.</summary>
    public Position PositionOf(string key) => Find(key)?.Position ?? Position;
}
