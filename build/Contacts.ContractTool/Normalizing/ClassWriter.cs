using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>Writes the component of a class: its members with their C# names and types.</summary>
internal static class ClassWriter
{
    private static readonly string[] _members =
    [
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString", "AdditionalProperties",
        "OnRead", "OnWriting", "OnDeserialized", "OnSerializing", "OnSerialized", "CompleteReading", "BeginWriting", "ToWrite", "ReadFrom",
        "IsSet", "WithoutNulls", "OfKind", "ReadMember", "ReadOwnMember", "HasOwnIdentity", "AddDefaults", "WriteMembers",
        "SystemTextJsonConverter", "NewtonsoftConverter", "_state", "_memberNames",
    ];

    public static ContractMapping Write(ContractMapping schema, string name, SchemaBook schemas) =>
        Write(schema, name, schemas, schema.MembersOf("properties"), static _ => false);

    /// <summary>The class of one kind: without the members of its base class.</summary>
    public static ContractMapping WriteKind(
        ContractMapping schema, string name, string baseName, ContractMapping baseSchema, SchemaBook schemas)
    {
        var inherited = baseSchema.MembersOf("properties");
        var names = NamesOf(inherited, baseName, static _ => false);
        var own = schema.MembersOf("properties").Where(member => !inherited.Any(other => other.Key == member.Key)).ToList();
        var result = Write(schema, name, schemas, own, taken => names.Contains(taken));
        result.Set("x-csharp-base", baseName);
        result.Set("x-csharp-offset", new ContractScalar(result.Position, inherited.Count.ToString(CultureInfo.InvariantCulture), isPlain: true));
        return result;
    }

    /// <summary>Tells a base class its kinds.</summary>
    public static void AddKinds(ContractMapping written, string discriminator, IEnumerable<(string Name, IReadOnlyList<string> Values)> kinds)
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

    private static string?[] NamesOf(IReadOnlyList<ContractMember> properties, string name, Func<string, bool> isInherited) => NameBook.Assign(
        [.. properties.Select(static member => new WireName(member.Key, (member.Value as ContractMapping)?.Text(CSharpNaming.Extension)))],
        taken => taken == name || _members.Contains(taken) || isInherited(taken),
        "Value");

    private static ContractMapping Write(
        ContractMapping schema, string name, SchemaBook schemas, IReadOnlyList<ContractMember> properties, Func<string, bool> isInherited)
    {
        var names = NamesOf(properties, name, isInherited);
        var result = schema.Clone();
        result.Remove("discriminator");
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
                    $"Property '{property.Key}' of '{name}' cannot be told from another one in C#: give it an '{CSharpNaming.Extension}'."));
                continue;
            }

            members.Add(property with { Value = Member(schemas.Use(property.Value, name + memberName), memberName, required.Contains(property.Key)) });
        }

        result.Set("properties", members);
        result.Remove("required");
        if (required.Count > 0)
        {
            result.Set("required", new ContractSequence(result.Position, required.Select(one => new ContractScalar(result.Position, one, isPlain: false))));
        }

        return result;
    }

    /// <summary>Puts a description where there is none.</summary>
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
        Describe(node, $"The {NameBook.Words(name)}.");
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

/// <summary>Writes the component of an enum: its values with their C# names.</summary>
internal static class EnumWriter
{
    private static readonly string[] _members =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize", "Value", "KnownValues",
         "ReadFrom", "PrintMembers", "SystemTextJsonConverter", "NewtonsoftConverter", "_value"];

    public static ContractMapping Write(ContractMapping schema, string name, SchemaBook schemas)
    {
        var given = schema.ScalarsOf("x-enumNames").Concat(schema.ScalarsOf("x-enum-varnames")).Select(static one => one.Text).ToList();
        var texts = schema.ScalarsOf("x-enum-descriptions").Select(static one => one.Text).ToList();
        var values = schema.Sequence("enum")!.Items.OfType<ContractScalar>()
            .Select((value, index) => (value, Name: given.ElementAtOrDefault(index), Text: texts.ElementAtOrDefault(index)))
            .Where(static one => one.value.Kind != ScalarKind.Null)
            .DistinctBy(static one => one.value.Text)
            .ToList();
        var isText = SchemaKinds.TypeOf(schema) == "string";
        var repeated = values.Where(static one => one.Name is not null).GroupBy(static one => one.Name).Where(static same => same.Count() > 1)
            .Select(static same => same.Key).ToHashSet();
        var names = NameBook.Assign(
            [.. values.Select(one => new WireName(isText ? one.value.Text : Number(one.value.Text), repeated.Contains(one.Name) ? null : IdentifierOrNull(one.Name)))],
            taken => taken == name || _members.Contains(taken),
            "Value");

        var result = schema.Clone();
        result.Set("type", isText ? "string" : "integer");
        result.Set(CSharpNaming.Extension, name);
        result.Remove("nullable");
        result.Remove("default");
        ClassWriter.Describe(result, $"{Sentence.Of(name)}.");
        result.Set("enum", new ContractSequence(result.Position, values.Select(one => new ContractScalar(one.value.Position, one.value.Text, isPlain: !isText))));
        result.Set("x-enumNames", new ContractSequence(result.Position, names.Select(one => new ContractScalar(result.Position, one ?? "", isPlain: false))));
        if (texts.Count > 0)
        {
            result.Set("x-enum-descriptions", new ContractSequence(
                result.Position, values.Select(one => new ContractScalar(result.Position, one.Text ?? "", isPlain: false))));
        }

        foreach (var ((value, _, _), _) in values.Zip(names).Where(static one => one.Second is null))
        {
            schemas.Refuse(new Problem(value.Position, $"The value '{value.Text}' of '{name}' cannot be told from another one in C#: name them in 'x-enumNames'."));
        }

        return result;
    }

    private static string? IdentifierOrNull(string? name) => name is not null && CSharpNaming.IsIdentifier(name) ? name : null;

    private static string Number(string text) => text.StartsWith('-') ? "Minus" + text[1..] : "Value" + text;
}

/// <summary>Sentences about what the document leaves without words.</summary>
internal static class Sentence
{
    /// <summary>A thing with its article and a capital: <c>An order line</c>.</summary>
    public static string Of(string name)
    {
        var words = NameBook.Words(name);
        return words.Length == 0 ? "A value" : (words[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "An " : "A ") + words;
    }
}
