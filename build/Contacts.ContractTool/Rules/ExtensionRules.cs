namespace Contacts.ContractTool;

/// <summary>The <c>x-</c> keys, which only the templates read.</summary>
internal static class ExtensionRules
{
    /// <summary>The keys that the templates know, and what each one's value is.</summary>
    public static IReadOnlyDictionary<string, FieldType> Known { get; } = new Dictionary<string, FieldType>(StringComparer.Ordinal)
    {
        ["x-csharp-name"] = FieldType.Text,
        ["x-csharp-type"] = FieldType.Text,
        ["x-csharp-access"] = FieldType.Text,
        ["x-csharp-skip"] = FieldType.Flag,
        ["x-csharp-single"] = FieldType.Flag,
        ["x-aliases"] = FieldType.TextList,
        ["x-observed"] = FieldType.Any,
        ["x-documented-only"] = FieldType.Any,
        ["x-set-tracking"] = FieldType.Flag,
        ["x-open-enum"] = FieldType.Flag,
        ["x-enumNames"] = FieldType.TextList,
        ["x-enum-descriptions"] = FieldType.TextList,
        ["x-json-text"] = FieldType.Flag,
        ["x-name"] = FieldType.Text,
        ["x-fallback"] = FieldType.Any,
        ["x-base-path"] = FieldType.Any,
        ["x-gateways"] = FieldType.Any,
    };

    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR070", $"Each x- key is one that the templates know: {string.Join(", ", Known.Keys)}.", UnknownKeys),
        new("CTR071", "Each x- key has a value of its form; x-csharp-access is 'internal' or absent.", ValuesOfAnotherForm),
        new("CTR072", "Each name under x-aliases belongs to one property of its schema.", TakenAliases),
        new("CTR073", "x-enumNames has a C# identifier of its own for each enum value.", InvalidEnumNames),
        new("CTR074", "x-enum-descriptions has one text for each enum value.", UnpairedEnumDescriptions),
    ];

    private static IEnumerable<Problem> UnknownKeys(Contract contract) =>
        from extension in contract.Extensions
        let key = extension.Member.Key
        where !Known.ContainsKey(key)
        select new Problem(
            extension.Member.Position,
            $"'{key}' of {extension.Owner} is not known to the generator, so it would be ignored: did you mean "
            + $"'{Spelling.Nearest(key, Known.Keys)}'? Correct or remove it.");

    private static IEnumerable<Problem> ValuesOfAnotherForm(Contract contract)
    {
        foreach (var (owner, member) in contract.Extensions)
        {
            if (Expected(Known.GetValueOrDefault(member.Key), member) is { } expected)
            {
                yield return new(member.Position, $"'{member.Key}' of {owner} is {member.Value.KindText}: write {expected}.");
            }
            else if (member is { Key: "x-csharp-access", Text: not "internal" })
            {
                yield return new(
                    member.Position,
                    $"The x-csharp-access '{member.Text}' of {owner} is not known: write 'internal', or leave it out for public.");
            }
        }
    }

    private static string? Expected(FieldType type, ContractMember member) => type switch
    {
        FieldType.Text when string.IsNullOrWhiteSpace(member.Text) => "a text that is not empty",
        FieldType.Flag when member.Value is not ContractScalar { Kind: ScalarKind.Boolean } => "true or false",
        FieldType.TextList when member.Value is not ContractSequence list || !list.Items.All(IsText) => "a list of strings",
        _ => null,
    };

    private static bool IsText(ContractNode item) => item is ContractScalar { Kind: ScalarKind.Text, Text.Length: > 0 };

    private static IEnumerable<Problem> TakenAliases(Contract contract)
    {
        foreach (var schema in contract.Objects(ObjectKind.Schema))
        {
            var properties = schema.Node.MembersOf("properties");
            var owners = properties.ToDictionary(static property => property.Key, StringComparer.Ordinal);
            foreach (var property in properties)
            {
                foreach (var alias in (property.Value as ContractMapping)?.ScalarsOf("x-aliases") ?? [])
                {
                    if (!owners.TryAdd(alias.Text, property))
                    {
                        var owner = owners[alias.Text];
                        var taken = owner.Key == alias.Text ? "a declared property" : $"an alias of '{owner.Key}'";
                        yield return new(
                            alias.Position,
                            $"the alias '{alias.Text}' of property '{property.Key}' of {schema} is already {taken} "
                            + $"(line {owner.Position.Line}): take it out, for a value can go to one property only.");
                    }
                }
            }
        }
    }

    private static IEnumerable<Problem> InvalidEnumNames(Contract contract)
    {
        foreach (var schema in contract.Objects(ObjectKind.Schema))
        {
            if (schema.Node.Sequence("x-enumNames") is not { } names)
            {
                continue;
            }

            var position = schema.Node.PositionOf("x-enumNames");
            if (schema.Node.Sequence("enum") is not { } values)
            {
                yield return new(position, $"{schema} has x-enumNames but no 'enum': add the values, or remove the names.");
            }
            else if (values.Items.Count != names.Items.Count)
            {
                yield return new(
                    position,
                    $"{schema} has {values.Items.Count} enum values and {names.Items.Count} x-enumNames: write one name for each value, in "
                    + "the same order.");
            }

            var valid = names.Scalars.ToLookup(
                static name => CSharpNaming.IsIdentifier(name.Text) && !NameRules.IsMemberOfObject(name.Text));
            foreach (var name in valid[false])
            {
                yield return new(
                    name.Position,
                    $"'{name.Text}' under x-enumNames of {schema} cannot be the name of a value in C#: use letters and digits, beginning "
                    + "with a capital.");
            }

            foreach (var (name, _) in valid[true].Repeated(static name => name.Text))
            {
                yield return new(
                    name.Position, $"'{name.Text}' stands twice under x-enumNames of {schema}: give each value its own name.");
            }
        }
    }

    private static IEnumerable<Problem> UnpairedEnumDescriptions(Contract contract) =>
        from schema in contract.Objects(ObjectKind.Schema)
        let texts = schema.Node.Sequence("x-enum-descriptions")
        let count = schema.Node.Sequence("enum")?.Items.Count ?? 0
        where texts is not null && count != texts.Items.Count
        select new Problem(
            schema.Node.PositionOf("x-enum-descriptions"),
            $"{schema} has {count} enum values and {texts.Items.Count} x-enum-descriptions: write one for each value, in the same order.");
}
