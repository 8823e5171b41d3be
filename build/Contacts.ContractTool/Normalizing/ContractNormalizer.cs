namespace Contacts.ContractTool;

/// <summary>
/// Turns a contract into the plain form that the templates read: one document of OpenAPI 3.0 in which everything that becomes C# has its
/// C# name and type.
/// </summary>
internal static class ContractNormalizer
{
    private static readonly Rule _rule = new("CTR080", "What becomes C# can be told apart there.");

    // What models hold beside the members that they declare.
    private static readonly string[] _alwaysSerializable = ["string", "bool", "long", "decimal", "double"];

    /// <summary>The normalized document; the contract stays as it is.</summary>
    public static ContractMapping Normalize(Contract contract, SdkNames sdk, Findings findings)
    {
        var root = contract.Root.Clone();
        var schemas = new SchemaBook(contract, sdk, problem => findings.Add(_rule, problem));
        schemas.AddComponents();
        new OperationNormalizer(contract, schemas, sdk, findings).Normalize(root);
        schemas.Complete();
        var components = root.Mapping("components") ?? new ContractMapping(root.Position);
        components.Set("schemas", schemas.Components);
        root.Set("components", components);
        root.Set("x-csharp-serializable", new ContractSequence(
            root.Position,
            schemas.Serializable.Except(_alwaysSerializable).Select(type => new ContractScalar(root.Position, type, isPlain: false))));
        return root;
    }
}
