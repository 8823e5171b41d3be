namespace Contacts.ContractTool;

/// <summary>Writes the component of a union, with a member for each type that its value may have.</summary>
internal static class UnionWriter
{
    public static ContractMapping Write(ContractMapping schema, string name, SchemaRegistry schemas)
    {
        var result = new ContractMapping(schema.Position);
        result.Set("type", "object");
        result.Set(CSharpNaming.Extension, name);
        result.Set("x-csharp-union", flag: true);
        result.Set("x-csharp-base", "ContactsUnion");
        result.Set("description", schema.Text("description") ?? $"{Sentence.Of(name)}.");
        var properties = new ContractMapping(schema.Position);
        foreach (var (index, variant) in schema.Sequence("oneOf")!.Items.OfType<ContractMapping>().Index())
        {
            var use = schemas.Use(variant, name + VariantName(variant, index));
            var label = Label(use.Type);
            if (properties.Find(label) is null)
            {
                properties.Set(label, Member(use, label, schemas.Simple(variant), Discriminator(schema, variant)));
                schemas.Serializable.Add(use.Type.Name);
            }
        }

        result.Set("properties", properties);
        return result;
    }

    private static ContractMapping Member(
        SchemaUse use, string label, ContractMapping simple, (string Name, IEnumerable<string> Kinds)? discriminator)
    {
        var node = use.Node.Clone();
        node.Set("description", $"The value, if it is {Sentence.Of(label).ToLowerInvariant()}.");
        node.Set(CSharpNaming.Extension, label);
        node.Set("x-csharp-type", use.Type.Name);
        node.Set("x-csharp-kind", use.Type.KindName);
        if (use.Type.IsValueType)
        {
            node.Set("x-csharp-is-value", flag: true);
        }

        if (use.Type.Kind == TypeKind.Model)
        {
            discriminator ??= Constant(simple);
            node.Set("x-csharp-required", Texts(node.Position, simple.ScalarsOf("required").Select(static one => one.Text)));
            node.Set("x-csharp-kinds", Texts(node.Position, discriminator?.Kinds ?? []));
            if (discriminator is var (name, _))
            {
                node.Set("x-csharp-discriminator", name);
            }
        }

        return node;
    }

    /// <summary>The discriminator's name and its values for one variant; null if there is none.</summary>
    private static (string Name, IEnumerable<string> Kinds)? Discriminator(ContractMapping schema, ContractMapping variant)
    {
        if (schema.Mapping("discriminator") is not { } discriminator || discriminator.Text("propertyName") is not { } name
            || SchemaSimplifier.ReferenceOf(variant) is not { } key)
        {
            return null;
        }

        var mapped = discriminator.MembersOf("mapping")
            .Where(member => member.Text is { } text
                && (text == key || new Reference(text).Target is ("schemas", var target) && target == key))
            .Select(static member => member.Key)
            .ToList();
        return (name, mapped.Count > 0 ? mapped : [key]);
    }

    /// <summary>A required member with a single possible value, which identifies a variant as a discriminator would.</summary>
    private static (string Name, IEnumerable<string> Kinds)? Constant(ContractMapping simple) =>
        (from required in simple.ScalarsOf("required")
         let values = simple.Mapping("properties")?.Mapping(required.Text)?.Sequence("enum")
         where values is { Items.Count: 1 }
         select ((string, IEnumerable<string>)?)(required.Text, values.Scalars.Select(static value => value.Text)))
        .FirstOrDefault();

    private static ContractSequence Texts(Position position, IEnumerable<string> texts) =>
        new(position, texts.Select(text => new ContractScalar(position, text, isPlain: false)));

    private static string VariantName(ContractMapping variant, int index) =>
        variant.Text("title") is { } title ? Identifiers.Pascal(title) : FormattableString.Invariant($"Option{index + 1}");

    private static string Label(CSharpType type) => type.Kind switch
    {
        TypeKind.List => Label(type.Item!) + "List",
        TypeKind.Map => Label(type.Item!) + "Map",
        TypeKind.Number => type.Name switch
        {
            "int" => "Int32",
            "long" => "Int64",
            "float" => "Single",
            "double" => "Double",
            _ => "Decimal",
        },
        TypeKind.Enum or TypeKind.Model or TypeKind.Union => type.Name,
        var kind => kind.ToString(),
    };
}
