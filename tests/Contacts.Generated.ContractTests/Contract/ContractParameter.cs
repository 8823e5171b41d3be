namespace Contacts.Generated.ContractTests;

/// <summary>A parameter of an operation.</summary>
internal sealed class ContractParameter(ContractNode node)
{
    public ContractNode Node => node;

    public string Name { get; } = node.Text("name")!;

    /// <summary>Where it stands: path, query or header.</summary>
    public string Place { get; } = node.Text("in")!;

    public bool IsRequired { get; } = node.Flag("required");

    public ContractNode Schema { get; } = node["schema"];

    /// <summary>Whether it is a list whose name is repeated for each item, the one style of list that the contract uses.</summary>
    public bool IsRepeated { get; } = IsExplodedList(node);

    private static bool IsExplodedList(ContractNode node)
    {
        if (node["schema"].Text("type") != "array")
        {
            return false;
        }

        return (node.Text("style") ?? "form") == "form" && (node.Find("explode") is null || node.Flag("explode"))
            ? true
            : throw new NotSupportedException($"The list at {node.Pointer} is not of the style form with explode, the one that the validator knows.");
    }
}
