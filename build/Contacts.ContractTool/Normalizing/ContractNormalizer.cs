namespace Contacts.ContractTool;

/// <summary>
/// Turns a contract into the plain form that the templates read: a single document of OpenAPI 3.0 in which everything that becomes C# has
/// its C# name and type.
/// </summary>
internal static class ContractNormalizer
{
    private static readonly Rule _rule = new("CTR080", "Everything that becomes C# has a name of its own there.");

    private static readonly Rule _nothing = new("CTR083", "The document has at least one operation.");

    /// <summary>The rules that can be checked only while normalizing.</summary>
    public static IReadOnlyList<Rule> Rules { get; } =
        [_rule, OperationFindings.LeftOut, OperationFindings.Refused, _nothing, OperationFindings.UnknownScheme];

    // The types of what models contain besides their declared members.
    private static readonly string[] _alwaysSerializable = ["string", "bool", "long", "decimal", "double"];

    /// <summary>The normalized document; the contract itself stays as it is.</summary>
    public static ContractMapping Normalize(Contract contract, SdkNames sdk, Findings findings)
    {
        var root = contract.Root.Clone();
        if (!contract.Operations.Any(static operation => !operation.IsSkipped))
        {
            findings.Add(_nothing, new Problem(
                root.PositionOf("paths"),
                "the document has no operation, so there is nothing that a client could call: add one under 'paths'."));
            return root;
        }

        var schemas = new SchemaRegistry(contract, sdk, problem => findings.Add(_rule, problem));
        schemas.AddComponents();
        new OperationNormalizer(contract, schemas, sdk, findings).Normalize(root);
        schemas.Complete();
        var components = root.Mapping("components") ?? new ContractMapping(root.Position);
        components.Set("schemas", schemas.Components);
        root.Set("components", components);
        RemoveForeignKeys(root);
        root.Set("x-csharp-serializable", new ContractSequence(
            root.Position,
            schemas.Serializable.Except(_alwaysSerializable).Select(type => new ContractScalar(root.Position, type, isPlain: false))));
        return root;
    }

    // Keys of other tools, and those of OpenAPI that the generator does not use, may have any form.
    private static void RemoveForeignKeys(ContractMapping root)
    {
        foreach (var member in root.MembersOf("paths").ToList())
        {
            if (member.IsExtension)
            {
                root.Mapping("paths")!.Remove(member.Key);
            }

            if (member.Value is ContractMapping path)
            {
                path.Members.Where(static one => one.IsExtension).ToList().ForEach(one => path.Remove(one.Key));
            }
        }

        root.Mapping("components")?.Remove("securitySchemes");
        root.Remove("security");
        if (root.Mapping("info") is { } info && info.Find("version") is null)
        {
            info.Set("version", "0.0.0");
        }
    }
}
