namespace Contacts.ContractTool;

/// <summary>The properties of a schema that become C#; none when the schema does not.</summary>
public static class GeneratedProperties
{
    public static IEnumerable<(ContractMember Member, string CSharpName)> Of(Site schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        foreach (var member in (schema.IsSkipped ? null : schema.Node.Mapping("properties"))?.Members ?? [])
        {
            if (member.Value is ContractMapping property && !property.Flag("x-csharp-skip"))
            {
                yield return (member, CSharpNaming.Of(property, member.Key));
            }
        }
    }
}
