namespace Contacts.ContractTool;

/// <summary>
/// Turns a contract into the plain form that the templates read: one document of OpenAPI 3.0 in which everything that becomes C# has its
/// C# name and type.
/// </summary>
internal static class ContractNormalizer
{
    private static readonly Rule _rule = new("CTR080", "What becomes C# can be told apart there.");

    /// <summary>The normalized document; the contract stays as it is.</summary>
    public static ContractMapping Normalize(Contract contract, SdkNames sdk, Findings findings)
    {
        var root = contract.Root.Clone();
        var schemas = new SchemaBook(contract, sdk, problem => findings.Add(_rule, problem));
        schemas.AddComponents();
        schemas.Complete();
        var components = root.Mapping("components") ?? new ContractMapping(root.Position);
        components.Set("schemas", schemas.Components);
        root.Set("components", components);
        if (schemas.Serializable.Count > 0)
        {
            root.Set("x-csharp-serializable", new ContractSequence(
                root.Position, schemas.Serializable.Select(type => new ContractScalar(root.Position, type, isPlain: false))));
        }

        return root;
    }
}
