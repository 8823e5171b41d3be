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

    // Whose members are named by the document, and what holds values of the API instead of words of OpenAPI.
    private static readonly string[] _named =
        ["properties", "schemas", "responses", "headers", "content", "securitySchemes", "scopes", "mapping", "variables", "encoding"];

    private static readonly string[] _values = ["example", "examples", "default", "enum"];

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

    private static void RemoveForeignKeys(ContractMapping root)
    {
        RemoveForeignKeys(root, hasNames: false);
        if (root.Mapping("info") is { } info && info.Find("version") is null)
        {
            info.Set("version", "0.0.0");
        }
    }

    /// <summary>Removes the keys of other tools, which may have any form, and of which NSwag reads some.</summary>
    /// <param name="node">Where to begin.</param>
    /// <param name="hasNames">Whether its keys are names that the document chose.</param>
    private static void RemoveForeignKeys(ContractNode node, bool hasNames)
    {
        foreach (var item in (node as ContractSequence)?.Items ?? [])
        {
            RemoveForeignKeys(item, hasNames: false);
        }

        foreach (var member in (node as ContractMapping)?.Members.ToList() ?? [])
        {
            if (!hasNames && member.IsExtension && !IsKnown(member))
            {
                ((ContractMapping)node).Remove(member.Key);
            }
            else if (hasNames || !(member.IsExtension || _values.Contains(member.Key)))
            {
                RemoveForeignKeys(member.Value, !hasNames && _named.Contains(member.Key));
            }
        }

        static bool IsKnown(ContractMember member) => member.Key.StartsWith("x-csharp", StringComparison.Ordinal)
            || (OpenApiSpecification.Extensions.TryGetValue(member.Key, out var type)
                && (type != FieldType.TextList || member.Value is ContractSequence));
    }
}
