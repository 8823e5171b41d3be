namespace Contacts.ContractTool;

/// <summary>A component schema and the contract that it stands in.</summary>
public sealed record ComparedSchema(string Name, Site Site, Contract Contract)
{
    public ContractMapping Node => Site.Node;

    public string Type => CSharpNaming.Pascal(Name);

    /// <summary>The properties by their names on the wire.</summary>
    public IReadOnlyDictionary<string, SchemaProperty> Properties { get; } = PropertiesOf(Name, Site, Contract);

    private static Dictionary<string, SchemaProperty> PropertiesOf(string name, Site site, Contract contract)
    {
        var required = site.Node.Sequence("required")?.Scalars.Select(static scalar => scalar.Text).ToHashSet(StringComparer.Ordinal) ?? [];
        var properties = new Dictionary<string, SchemaProperty>(StringComparer.Ordinal);
        foreach (var member in site.Node.Mapping("properties")?.Members ?? [])
        {
            if (member.Value is ContractMapping node)
            {
                properties[member.Key] = new SchemaProperty(name, member.Key, node, required.Contains(member.Key), site.IsSkipped, contract);
            }
        }

        return properties;
    }
}
