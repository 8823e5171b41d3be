using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>Writes the component of a class: its members with their C# names and types.</summary>
internal static class ClassWriter
{
    private static readonly string[] _members =
    [
        .. CSharpNaming.MembersOfObject, "AdditionalProperties",
        "OnRead", "OnWriting", "OnDeserialized", "OnSerializing", "OnSerialized", "CompleteReading", "BeginWriting", "ToWrite", "ReadFrom",
        "IsSet", "WithoutNulls", "System", "Newtonsoft", "Contacts", "Microsoft",
        "OfKind", "ReadMember", "ReadOwnMember", "HasOwnIdentity", "AddDefaults", "WriteMembers",
        "SystemTextJsonConverter", "NewtonsoftConverter", "_state", "_memberNames",
    ];

    public static ContractMapping Write(ContractMapping schema, string name, SchemaRegistry schemas) =>
        Write(schema, name, schemas, schema.MembersOf("properties"), static _ => false);

    /// <summary>Writes the class of one kind, without the members that its base class has.</summary>
    public static ContractMapping WriteKind(
        ContractMapping schema, string name, string baseName, ContractMapping baseSchema,
        (string Discriminator, string Value) kind, SchemaRegistry schemas)
    {
        var inherited = baseSchema.MembersOf("properties");
        var names = NamesOf(inherited, baseName, static _ => false);
        var own = schema.MembersOf("properties").Where(member => !inherited.Any(other => other.Key == member.Key)).ToList();
        var result = Write(schema, name, schemas, own, taken => names.Contains(taken));
        result.Set("x-csharp-base", baseName);
        result.Set("x-csharp-kind-member", names[inherited.Index().First(member => member.Item.Key == kind.Discriminator).Index]!);
        result.Set("x-csharp-kind-value", kind.Value);
        result.Set(
            "x-csharp-offset",
            new ContractScalar(result.Position, inherited.Count.ToString(CultureInfo.InvariantCulture), isPlain: true));
        return result;
    }

    /// <summary>Lists in a base class the class and the discriminator value of each of its kinds.</summary>
    public static void AddKinds(
        ContractMapping written, string discriminator, IEnumerable<(string Name, IReadOnlyList<string> Values)> kinds)
    {
        var list = new ContractSequence(written.Position);
        foreach (var (name, value) in kinds.SelectMany(static kind => kind.Values, static (kind, value) => (kind.Name, value)))
        {
            var kind = new ContractMapping(written.Position);
            kind.Set("class", name);
            kind.Set("value", value);
            list.Items.Add(kind);
        }

        written.Set("x-csharp-discriminator", discriminator);
        written.Set("x-csharp-kinds", list);
    }

    private static string?[] NamesOf(IReadOnlyList<ContractMember> properties, string name, Func<string, bool> isInherited) =>
        Identifiers.Assign(
            [
                .. properties.Select(static member => new WireName(
                    member.Key, (member.Value as ContractMapping)?.Text(CSharpNaming.Extension))),
            ],
            taken => taken == name || _members.Contains(taken) || isInherited(taken),
            "Value");

    private static ContractMapping Write(
        ContractMapping schema,
        string name,
        SchemaRegistry schemas,
        IReadOnlyList<ContractMember> properties,
        Func<string, bool> isInherited)
    {
        var names = NamesOf(properties, name, isInherited);
        var result = schema.Clone();
        result.Remove("discriminator");
        if (properties.Any(static property => string.Equals(property.Key, "AdditionalProperties", StringComparison.OrdinalIgnoreCase)))
        {
            result.Set("x-csharp-hides-additional", flag: true);
        }

        result.Set("type", "object");
        result.Set(CSharpNaming.Extension, name);
        Describe(result, $"{Sentence.Of(name)}.");

        var required = schema.ScalarsOf("required").Select(static one => one.Text)
            .Where(one => properties.Any(property => property.Key == one)).Distinct().ToList();
        var members = new ContractMapping(result.Position);
        foreach (var (property, memberName) in properties.Zip(names))
        {
            if (memberName is null)
            {
                schemas.Refuse(new Problem(
                    property.Position,
                    $"Property '{property.Key}' of '{name}' would have the same C# name as another one: "
                    + $"give it an '{CSharpNaming.Extension}'."));
                continue;
            }

            var use = schemas.Use(property.Value, name + memberName);
            members.Add(property with { Value = Member(use, memberName, required.Contains(property.Key)) });
        }

        result.Set("properties", members);
        result.Remove("required");
        if (required.Count > 0)
        {
            result.Set("required", new ContractSequence(
                result.Position, required.Select(one => new ContractScalar(result.Position, one, isPlain: false))));
        }

        return result;
    }

    /// <summary>Adds a description to a node that has none.</summary>
    public static void Describe(ContractMapping node, string words)
    {
        if (string.IsNullOrWhiteSpace(node.Text("description")))
        {
            node.Set("description", words);
        }
    }

    private static ContractMapping Member(SchemaUse use, string name, bool isRequired)
    {
        var type = use.Type;
        var mayBeMissing = !isRequired || use.IsNullable || type.HasNoEmptyValue;
        var node = use.Node.Clone();
        Describe(node, $"The {Identifiers.Words(name)}.");
        node.Set(CSharpNaming.Extension, name);
        node.Set("x-csharp-type", type.Declared(mayBeMissing));
        node.Set("x-csharp-kind", type.KindName);
        if (mayBeMissing)
        {
            node.Set("x-csharp-nullable", flag: true);
        }

        if (type.Item is { } item)
        {
            node.Set("x-csharp-item", item.Name);
            node.Set("x-csharp-item-kind", item.KindName);
        }

        if (!mayBeMissing && type.EmptyValue is { } empty)
        {
            node.Set("x-csharp-default", empty);
        }

        return node;
    }
}
