namespace Contacts.ContractTool;

/// <summary>The <c>x-</c> keys of this generator.</summary>
internal static class ExtensionRules
{
    private static string Known => string.Join(", ", OpenApiSpecification.Extensions.Keys);

    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR070", $"Each x- key is one that the templates know: {Known}.", Severity.Warning, contract =>
            from extension in contract.Extensions
            let key = extension.Member.Key
            where !OpenApiSpecification.Extensions.ContainsKey(key)
            select new Problem(
                extension.Member.Position,
                $"'{key}' of {extension.Owner} is not known to the generator, so it would be ignored: did you mean "
                + $"'{Spelling.Nearest(key, OpenApiSpecification.Extensions.Keys)}'? Correct or remove it.")),
        new("CTR071", "Each x-csharp- key has a value of the right form; x-csharp-access is 'internal' or absent.", contract =>
            ValueProblems(contract, static key => key.StartsWith("x-csharp-", StringComparison.Ordinal))),
        new("CTR077", "Each other x- key that the generator knows has a value of the right form.", Severity.Warning, contract =>
            ValueProblems(contract, static key => !key.StartsWith("x-csharp-", StringComparison.Ordinal))),
        new("CTR072", "Each name under x-aliases belongs to one property of its schema.", contract =>
            contract.Objects(ObjectKind.Schema).SelectMany(TakenAliases)),
        new("CTR073", "x-enumNames has a C# identifier of its own for each enum value.", Severity.Warning, contract =>
            from schema in contract.Objects(ObjectKind.Schema)
            let names = schema.Node.Sequence("x-enumNames")
            where names is not null
            from problem in EnumNameProblems(schema, names)
            select problem),
        new("CTR074", "x-enum-descriptions has one text for each enum value.", Severity.Warning, contract =>
            from schema in contract.Objects(ObjectKind.Schema)
            let texts = schema.Node.Sequence("x-enum-descriptions")?.Items.Count
            let values = schema.Node.Sequence("enum")?.Items.Count ?? 0
            where texts is not null && texts != values
            select schema.Problem(
                "x-enum-descriptions",
                $"has {values} enum values and {texts} x-enum-descriptions: write one for each value, in the same order.")),
    ];

    private static IEnumerable<Problem> ValueProblems(Contract contract, Func<string, bool> applies) =>
        from extension in contract.Extensions
        let member = extension.Member
        where applies(member.Key)
        let complaint = ValueProblem(member, extension.Owner)
        where complaint is not null
        select new Problem(member.Position, complaint);

    private static string? ValueProblem(ContractMember member, OpenApiObject owner)
    {
        var expected = OpenApiSpecification.Extensions.GetValueOrDefault(member.Key) switch
        {
            FieldType.Text when string.IsNullOrWhiteSpace(member.Text) => "a string that is not empty",
            FieldType.Flag when member.Value is not ContractScalar { Kind: ScalarKind.Boolean } => "true or false",
            FieldType.TextList when member.Value is not ContractSequence list || !list.Items.All(IsText) => "a list of strings",
            _ => null,
        };
        if (expected is not null)
        {
            return $"'{member.Key}' of {owner} is {member.Value.KindText}: write {expected}.";
        }

        return member is { Key: "x-csharp-access", Text: not "internal" }
            ? $"The x-csharp-access '{member.Text}' of {owner} is not known: write 'internal', or leave it out for public."
            : null;
    }

    private static bool IsText(ContractNode item) => item is ContractScalar { Kind: ScalarKind.Text, Text.Length: > 0 };

    private static IEnumerable<Problem> TakenAliases(OpenApiObject schema)
    {
        var properties = schema.Node.MembersOf("properties");
        var names = properties.Select(static property => (Name: property.Key, property.Position, Owner: property));
        var aliases = from property in properties
                      from alias in (property.Value as ContractMapping)?.ScalarsOf("x-aliases") ?? []
                      select (Name: alias.Text, alias.Position, Owner: property);
        return from pair in names.Concat(aliases).Repeated(static one => one.Name)
               let owner = pair.First.Owner
               let taken = owner.Key == pair.Item.Name ? "a declared property" : $"an alias of '{owner.Key}'"
               select new Problem(
                   pair.Item.Position,
                   $"the alias '{pair.Item.Name}' of property '{pair.Item.Owner.Key}' of {schema} is already {taken} "
                   + $"(line {owner.Position.Line}): remove it, since a value can go to only one property.");
    }

    private static IEnumerable<Problem> EnumNameProblems(OpenApiObject schema, ContractSequence names)
    {
        var values = schema.Node.Sequence("enum")?.Items.Count;
        if (values != names.Items.Count)
        {
            yield return schema.Problem("x-enumNames", values is null
                ? "has x-enumNames but no 'enum': add the values, or remove the names."
                : $"has {values} enum values and {names.Items.Count} x-enumNames: write one name for each value, in the same order.");
        }

        var valid = names.Scalars.ToLookup(
            static name => CSharpNaming.IsIdentifier(name.Text) && !CSharpNaming.MembersOfObject.Contains(name.Text));
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
                name.Position, $"'{name.Text}' occurs twice under x-enumNames of {schema}: give each value its own name.");
        }
    }
}
