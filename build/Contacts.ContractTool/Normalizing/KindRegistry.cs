namespace Contacts.ContractTool;

/// <summary>A schema whose values are of one of several kinds, each of which has a schema of its own.</summary>
/// <param name="Discriminator">The member that states the kind.</param>
/// <param name="Schema">The schema of the base class.</param>
/// <param name="Kinds">The schemas of the kinds, and for each the values of the discriminator.</param>
internal sealed record KindBase(
    string Discriminator, ContractMapping Schema, IReadOnlyList<(string Key, IReadOnlyList<string> Values)> Kinds);

/// <summary>
/// Finds the components that become a base class with a class for each kind: those with a discriminator that list their kinds
/// (<c>oneOf</c>), or that their kinds refer to (<c>allOf</c>). A C# class has only one base class, so components that share a kind are
/// not among them.
/// </summary>
internal sealed class KindRegistry
{
    private readonly ContractMapping _schemas;
    private readonly SchemaSimplifier _simplifier;
    private readonly Dictionary<string, KindBase> _bases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _baseOf = new(StringComparer.Ordinal);

    public KindRegistry(ContractMapping schemas, SchemaSimplifier simplifier)
    {
        _schemas = schemas;
        _simplifier = simplifier;
        var found = (from member in schemas.Members
                     let schema = member.Value as ContractMapping
                     let name = schema?.Mapping("discriminator")?.Text("propertyName")
                     where name is not null && !schema.Flag("x-csharp-skip")
                     let one = BaseOf(member.Key, schema, name)
                     where one is not null
                     select (member.Key, Base: one)).ToList();
        var shared = found.SelectMany(static one => one.Base.Kinds).GroupBy(static kind => kind.Key)
            .Where(static same => same.Count() > 1).Select(static same => same.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, one) in found.Where(one => !one.Base.Kinds.Any(kind => shared.Contains(kind.Key))))
        {
            _bases[key] = one;
            foreach (var (kind, _) in one.Kinds)
            {
                _baseOf[kind] = key;
            }
        }
    }

    /// <summary>The base class that a component becomes; null if it does not become one.</summary>
    public KindBase? Base(string key) => _bases.GetValueOrDefault(key);

    /// <summary>The component whose class is the base class of a kind; null if there is none.</summary>
    public string? BaseOf(string key) => _baseOf.GetValueOrDefault(key);

    private KindBase? BaseOf(string key, ContractMapping schema, string discriminator)
    {
        List<ContractMapping> listed =
        [
            .. (schema.Sequence("oneOf") ?? schema.Sequence("anyOf"))?.Items.OfType<ContractMapping>() ?? [],
        ];
        var kinds = listed.Count > 0
            ? listed.ConvertAll(SchemaSimplifier.ReferenceOf)
            : [.. _schemas.Members.Where(member => IsKindOf(member.Value as ContractMapping, key)).Select(static member => member.Key)];
        var isListed = listed.Count > 0 && schema.Mapping("properties") is null;
        if (kinds.Count == 0 || kinds.Contains(key) || !kinds.TrueForAll(kind => kind is not null && IsObject(kind))
            || (!isListed && (listed.Count > 0 || SchemaKinds.OwnKind(_simplifier.Simplify(schema)) != TypeKind.Model)))
        {
            return null;
        }

        var common = isListed ? Common(schema, discriminator, kinds!) : _simplifier.Simplify(schema);
        return SchemaKinds.TypeOf(_simplifier.Resolve(common.Mapping("properties")?.Mapping(discriminator) ?? common)) != "string"
            ? null
            : new KindBase(discriminator, common, [.. kinds.Select(kind => (kind!, ValuesOf(schema, kind!, discriminator)))]);
    }

    // Searches along allOf, but not beyond another schema with a discriminator, since that would make three levels of classes.
    private bool IsKindOf(ContractMapping? schema, string key, int depth = 0) => depth < 16
        && (schema?.Sequence("allOf")?.Items ?? []).OfType<ContractMapping>().Select(SchemaSimplifier.ReferenceOf).OfType<string>()
        .Any(part => part == key
            || (_schemas.Mapping(part) is { } above && above.Find("discriminator") is null && IsKindOf(above, key, depth + 1)));

    private bool IsObject(string key) => _schemas.Mapping(key) is { } schema
        && !schema.Flag("x-csharp-skip")
        && schema.Find("discriminator") is null
        && SchemaKinds.OwnKind(_simplifier.Resolve(schema)) == TypeKind.Model
        && SchemaSimplifier.ReferenceOf(schema) is null;

    /// <summary>A base class for listed kinds, whose only member is the discriminator.</summary>
    private ContractMapping Common(ContractMapping schema, string discriminator, IReadOnlyList<string> kinds)
    {
        var members = kinds
            .Select(kind => _simplifier.Resolve(_schemas.Mapping(kind)!).Mapping("properties")?.Mapping(discriminator))
            .ToList();
        var first = members.OfType<ContractMapping>().FirstOrDefault();
        ContractMapping member;
        if (first?.Text("$ref") is { } reference && members.TrueForAll(one => one?.Text("$ref") == reference))
        {
            member = first;
        }
        else
        {
            member = new ContractMapping(schema.Position);
            member.Set("type", "string");
            if (first?.Find("description") is { } description)
            {
                member.Add(description);
            }
        }

        var result = new ContractMapping(schema.Position);
        foreach (var own in schema.Members.Where(static own => own.Key is "description" or "title" || own.IsExtension))
        {
            result.Add(own);
        }

        var properties = new ContractMapping(schema.Position);
        properties.Set(discriminator, member);
        result.Set("type", "object");
        result.Set("properties", properties);
        return result;
    }

    private List<string> ValuesOf(ContractMapping schema, string kind, string discriminator)
    {
        var mapped = schema.Mapping("discriminator")!.MembersOf("mapping")
            .Where(member => member.Text is { } text
                && (text == kind || new Reference(text).Target is ("schemas", var target) && target == kind))
            .Select(static member => member.Key)
            .ToList();
        if (mapped.Count > 0)
        {
            return mapped;
        }

        var property = _simplifier.Resolve(_schemas.Mapping(kind)!).Mapping("properties")?.Mapping(discriminator);
        return property?.Sequence("enum") is { Items: [ContractScalar only] } ? [only.Text] : [kind];
    }
}
