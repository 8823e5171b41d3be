namespace Contacts.ContractTool;

/// <summary>A YAML list.</summary>
public sealed class ContractSequence(Position position, IReadOnlyList<ContractNode> items) : ContractNode(position)
{
    public IReadOnlyList<ContractNode> Items { get; } = items;

    public override string KindText => "a list";

    /// <summary>The items that are text, with their positions; others are some other rule's finding.</summary>
    public IEnumerable<ContractScalar> Scalars
    {
        get
        {
            foreach (var item in Items)
            {
                if (item is ContractScalar { Kind: not ScalarKind.Null } scalar)
                {
                    yield return scalar;
                }
            }
        }
    }
}
