namespace Contacts.ContractTool;

/// <summary>A schema as it is used in one place: its node in the normalized document, and its type in C#.</summary>
/// <param name="Node">A reference to a component that becomes a type, or a schema that needs no type of its own.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="IsNullable">Whether a value may be null.</param>
internal sealed record SchemaUse(ContractMapping Node, CSharpType Type, bool IsNullable);

/// <summary>
/// The schemas of a document. Each one that becomes a C# type is written as a component under its C# name, even if the document has it
/// inline; a component that is only a scalar, a list or a map is copied to where it is used.
/// </summary>
internal sealed class SchemaRegistry
{
    private static readonly string[] _generated =
    [
        "ContactsClient", "ContactsClientWithResponse", "ContactsRequests", "ContactsOperations", "ContactsService", "ContactsGateways",
        "ContactsJsonContext",
    ];

    private readonly SchemaSimplifier _simplifier;
    private readonly KindRegistry _kinds;
    private readonly ContractMapping _schemas;
    private readonly SdkNames _sdk;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CSharpType?> _types = new(StringComparer.Ordinal);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ContractMapping> _aliases = new(StringComparer.Ordinal);
    private readonly Queue<Action> _pending = new();

    public SchemaRegistry(Contract contract, SdkNames sdk, Action<Problem> refuse)
    {
        _schemas = contract.Root.Mapping("components")?.Mapping("schemas") ?? new ContractMapping(contract.Root.Position);
        _simplifier = new SchemaSimplifier(_schemas);
        _kinds = new KindRegistry(_schemas, _simplifier);
        _sdk = sdk;
        Refuse = refuse;
        NameComponents();
    }

    /// <summary>The components that become types, by their C# names.</summary>
    public ContractMapping Components { get; } = new(Position.Start);

    /// <summary>Reports a problem for which no correct client can be generated.</summary>
    public Action<Problem> Refuse { get; }

    /// <summary>
    /// The types to list for System.Text.Json's source generator: what operations send and return, and what unions contain.
    /// </summary>
    public SortedSet<string> Serializable { get; } = new(StringComparer.Ordinal);

    /// <summary>The schema with its references followed and its compositions merged.</summary>
    public ContractMapping Simple(ContractMapping schema) => _simplifier.Resolve(schema);

    /// <summary>Normalizes all schemas under <c>components</c>.</summary>
    public void AddComponents()
    {
        foreach (var member in _schemas.Members)
        {
            if (member.Value is ContractMapping schema && schema.Flag("x-csharp-skip"))
            {
                Components.Set(member.Key, schema.Clone());
            }
            else
            {
                TypeOf(member.Key);
            }
        }
    }

    /// <summary>Writes the components of all types that were found, and of those that are found while writing them.</summary>
    public void Complete()
    {
        while (_pending.TryDequeue(out var write))
        {
            write();
        }

        RequiredCycles.Break(Components);
    }

    /// <summary>Normalizes a schema in the place where it is used.</summary>
    /// <param name="schema">The schema, or null for any value.</param>
    /// <param name="owner">The C# name to use if an inline schema becomes a type: its owner's name followed by its own.</param>
    public SchemaUse Use(ContractNode? schema, string owner)
    {
        if (schema is not ContractMapping written)
        {
            return new(new ContractMapping(schema?.Position ?? Position.Start), CSharpType.Any, IsNullable: true);
        }

        if (SchemaSimplifier.ReferenceOf(written) is { } key && _schemas.Mapping(key) is not null)
        {
            return UseComponent(written, key);
        }

        var simple = _simplifier.Simplify(written);
        return SchemaSimplifier.ReferenceOf(simple) is { } only && _schemas.Mapping(only) is not null
            ? UseComponent(simple, only)
            : UseInline(simple, owner);
    }

    /// <summary>A name for a generated type that does not come from a schema.</summary>
    /// <param name="name">The name.</param>
    /// <param name="suffix">What to append as long as something else has the name.</param>
    public string TakeName(string name, string suffix)
    {
        while (IsTaken(name) || !_taken.Add(name))
        {
            name += suffix;
        }

        return name;
    }

    private SchemaUse UseComponent(ContractMapping use, string key)
    {
        var target = _schemas.Mapping(key)!;
        var isNullable = use.Flag("nullable") || _simplifier.Simplify(target).Flag("nullable");
        if (target.Flag("x-csharp-skip"))
        {
            return new(use.Clone(), new CSharpType(TypeKind.Model, target.Text("x-csharp-type") ?? Identifiers.Pascal(key)), isNullable);
        }

        if (TypeOf(key) is not { } type)
        {
            // C# has no type for a list that contains itself, so the inner list becomes any value.
            return new(new ContractMapping(use.Position), CSharpType.Any, IsNullable: true);
        }

        ContractMapping node;
        if (Components.Find(type.Name) is not null)
        {
            node = new ContractMapping(use.Position);
            node.Set("$ref", "#/components/schemas/" + type.Name);
            node.Set("description", _simplifier.Resolve(target).Text("description") ?? $"{Sentence.Of(type.Name)}.");
        }
        else
        {
            node = _aliases[key].Clone();
        }

        foreach (var sibling in use.Members.Where(static member => member.Key is not "$ref"))
        {
            node.Add(sibling);
        }

        return new(node, type, isNullable);
    }

    /// <summary>The type that a component becomes; null within an alias that leads back to itself.</summary>
    private CSharpType? TypeOf(string key)
    {
        if (_types.TryGetValue(key, out var known))
        {
            return known;
        }

        _types[key] = null;
        var written = _schemas.Mapping(key)!;
        var simple = Meaning(key, written);
        if (SchemaSimplifier.ReferenceOf(simple) is { } only && _schemas.Mapping(only) is not null)
        {
            var other = UseComponent(simple, only);
            _aliases[key] = other.Node;
            return _types[key] = other.Type;
        }

        // A class may contain itself, so its type must be known before its members are read.
        if (SchemaKinds.OwnKind(simple) is { } kind)
        {
            _types[key] = new CSharpType(kind, _names[key]);
            Define(_names[key], kind, simple, key);
            return _types[key];
        }

        var alias = UseInline(simple, _names[key]);
        _aliases[key] = alias.Node;
        return _types[key] = alias.Type;
    }

    private SchemaUse UseInline(ContractMapping schema, string owner)
    {
        var isNullable = schema.Flag("nullable");
        if (SchemaKinds.OwnKind(schema) is { } kind)
        {
            var name = InlineName(schema, owner);
            var node = new ContractMapping(schema.Position);
            node.Set("$ref", "#/components/schemas/" + name);
            foreach (var member in schema.Members
                .Where(static member => member.Key is "description" or "deprecated" or "nullable" || member.IsExtension))
            {
                node.Add(member);
            }

            Define(name, kind, schema);
            return new(node, new CSharpType(kind, name), isNullable);
        }

        var copy = schema.Clone();
        switch (SchemaKinds.TypeOf(schema))
        {
            case "array":
                var item = Use(schema.Find("items")?.Value, owner + "Item");
                copy.Set("items", item.Node);
                return new(copy, CSharpType.List(item.Type), isNullable);
            case "object" when schema.Find("additionalProperties")?.Value is ContractMapping { Members.Count: > 0 } values:
                var value = Use(values, owner + "Value");
                copy.Set("additionalProperties", value.Node);
                return new(copy, CSharpType.Map(value.Type), isNullable);
            case "object":
                return new(copy, CSharpType.Object, isNullable);
            default:
                return new(copy, SchemaKinds.Scalar(schema), isNullable || SchemaKinds.TypeOf(schema) is null);
        }
    }

    /// <summary>
    /// The schema to write for a component: that of its base class if it has kinds, or else its own without compositions.
    /// </summary>
    private ContractMapping Meaning(string key, ContractMapping written) => _kinds.Base(key)?.Schema ?? _simplifier.Simplify(written);

    // Written later, since its members may lead back to a component whose type is still being determined.
    private void Define(string name, TypeKind kind, ContractMapping schema, string? key = null)
    {
        Components.Set(name, new ContractMapping(schema.Position));
        _pending.Enqueue(() => Components.Set(name, kind switch
        {
            TypeKind.Enum => EnumWriter.Write(schema, name, this),
            TypeKind.Union => UnionWriter.Write(schema, name, this),
            _ => WriteClass(schema, name, key),
        }));
    }

    private ContractMapping WriteClass(ContractMapping schema, string name, string? key)
    {
        if (key is not null && _kinds.BaseOf(key) is { } above)
        {
            Serializable.Add(name);
            var kind = _kinds.Base(above)!;
            var value = kind.Kinds.First(one => one.Key == key).Values[0];
            return ClassWriter.WriteKind(schema, name, _names[above], kind.Schema, (kind.Discriminator, value), this);
        }

        var written = ClassWriter.Write(schema, name, this);
        if (key is not null && _kinds.Base(key) is { } kinds)
        {
            ClassWriter.AddKinds(written, kinds.Discriminator, kinds.Kinds.Select(kind => (_names[kind.Key], kind.Values)));
        }

        return written;
    }

    // If a component has the name already, the inline type takes another one.
    private string InlineName(ContractMapping schema, string owner)
    {
        var name = schema.Text(CSharpNaming.Extension) ?? owner;
        while (!_taken.Add(name) || IsTaken(name))
        {
            name += "Inline";
        }

        return name;
    }

    private bool IsTaken(string name) =>
        _generated.Contains(name) || _sdk.IsTypeTaken(name) || SystemNames.IsTaken(name);

    private void NameComponents()
    {
        var members = _schemas.Members
            .Where(static member => member.Value is ContractMapping schema && !schema.Flag("x-csharp-skip"))
            .ToList();
        var names = Identifiers.Assign(
            [.. members.Select(static member => new WireName(member.Key, ((ContractMapping)member.Value).Text(CSharpNaming.Extension)))],
            IsTaken,
            "Model",
            ignoresCase: true);
        foreach (var (member, name) in members.Zip(names))
        {
            if (name is null)
            {
                Refuse(new Problem(
                    member.Position,
                    $"Schema '{member.Key}' would have the same C# name as another one: give it an '{CSharpNaming.Extension}'."));
            }

            _names[member.Key] = name ?? member.Key;
            _taken.Add(_names[member.Key]);
            if (SchemaKinds.OwnKind(Meaning(member.Key, (ContractMapping)member.Value)) is not null)
            {
                // Reserves the component's place, so that all stay in the order of the document.
                Components.Set(_names[member.Key], new ContractMapping(member.Position));
            }
        }
    }
}
