namespace Contacts.ContractTool;

/// <summary>Names in C#: each is an identifier, and no two of one place are the same.</summary>
internal static class NameRules
{
    private static readonly string[] _membersOfObject =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private static readonly string[] _membersOfModels = [.. _membersOfObject, "AdditionalProperties"];

    // What every generated method has after its required parameters.
    private static readonly string[] _parametersOfMethods = ["Options", "CancellationToken"];

    public static IReadOnlyList<ContractRule> All { get; } =
    [
        new("CTR060", "No two properties of a schema have the same C# name.", RepeatedProperties),
        new("CTR061", "No two parameters of an operation, its body (x-name) included, have the same C# name.", RepeatedParameters),
        new("CTR062", "No two schemas have the same C# name.", RepeatedSchemas),
        new("CTR063", "No property has the C# name of its class.", PropertiesCalledLikeTheirClass),
        new("CTR064", "No property or parameter takes the name of a member that the generated code already has.", TakenMembers),
        new("CTR065", "Each x-csharp-name and x-name is a C# identifier and no keyword.", InvalidCSharpNames),
        new("CTR066", "Each schema's name is a C# identifier.", InvalidSchemaNames),
        new("CTR067", "No schema takes the name of a hand-written type (--reserved).", TakenSchemas),
        new("CTR068", "Each property and parameter gives a C# identifier, or has an x-csharp-name.", InvalidWireNames),
    ];

    /// <summary>Whether every object in C# has a member of that name.</summary>
    public static bool IsMemberOfObject(string name) => _membersOfObject.Contains(name);

    private static IEnumerable<Problem> RepeatedProperties(Contract contract) =>
        from schema in contract.Objects(ObjectKind.Schema)
        from pair in PropertiesOf(schema).Repeated(static property => property.CSharpName)
        select new Problem(
            pair.Item.Position,
            $"{pair.Item.Text} becomes '{pair.Item.CSharpName}' in C#, as '{pair.First.Name}' in line {pair.First.Position.Line} does: "
            + "give one of them another 'x-csharp-name'.");

    private static IEnumerable<Problem> RepeatedParameters(Contract contract)
    {
        foreach (var operation in contract.Operations)
        {
            foreach (var (parameter, first) in operation.Parameters.Repeated(static parameter => parameter.CSharpName))
            {
                // The same name and place twice is a finding of its own.
                if ((first.Name, first.In) != (parameter.Name, parameter.In))
                {
                    yield return new(
                        parameter.Position,
                        $"{parameter.In} parameter '{parameter.Name}' of {operation} becomes '{parameter.CSharpName}' in C#, as {first.In} "
                        + $"parameter '{first.Name}' in line {first.Position.Line} does: give one of them another 'x-csharp-name'.");
                }
            }

            var body = operation.RequestBody?.Text("x-name");
            var same = operation.Parameters.FirstOrDefault(parameter => body is not null && parameter.CSharpName == CSharpNaming.Pascal(body));
            if (same is { IsRequired: true })
            {
                yield return new(
                    operation.RequestBody!.PositionOf("x-name"),
                    $"the body of {operation} is called '{body}' in C#, as {same.In} parameter '{same.Name}' in line "
                    + $"{same.Position.Line} is: give the body another 'x-name'.");
            }
        }
    }

    private static IEnumerable<Problem> RepeatedSchemas(Contract contract) =>
        from pair in contract.GeneratedSchemas.Repeated(static schema => schema.CSharpName)
        select new Problem(
            pair.Item.Position,
            $"{pair.Item} becomes '{pair.Item.CSharpName}' in C#, as {pair.First} in line {pair.First.Position.Line} does: rename one of "
            + "them.");

    private static IEnumerable<Problem> PropertiesCalledLikeTheirClass(Contract contract) =>
        from schema in contract.GeneratedSchemas
        from property in PropertiesOf(schema)
        where property.CSharpName == schema.CSharpName
        select new Problem(
            property.Position,
            $"{property.Text} becomes '{property.CSharpName}' in C#, the name of its class, which C# does not allow: give it an "
            + $"'x-csharp-name' such as '{property.CSharpName}Value'.");

    private static IEnumerable<Problem> TakenMembers(Contract contract)
    {
        var properties = from name in PropertiesOf(contract)
                         where _membersOfModels.Contains(name.CSharpName)
                         select (name, "every model");
        var parameters = from name in ParametersOf(contract)
                         where (name.IsRequired ? _parametersOfMethods : _membersOfObject).Contains(name.CSharpName)
                         select (name, name.IsRequired ? "every method" : "every options class");
        return from taken in properties.Concat(parameters)
               let name = taken.Item1
               select new Problem(
                   name.Position,
                   $"{name.Text} becomes '{name.CSharpName}' in C#, which {taken.Item2} already has: give it another 'x-csharp-name'.");
    }

    private static IEnumerable<Problem> InvalidCSharpNames(Contract contract) =>
        from extension in contract.Extensions
        let member = extension.Member
        where member.Key is CSharpNaming.Extension or "x-name" && !(member.Text is { } name && CSharpNaming.IsIdentifier(name))
        select new Problem(
            member.Position,
            $"The {member.Key} '{member.Text}' of {extension.Owner} cannot be a name in C#: use letters, digits and '_', beginning with a "
            + "letter, and no keyword.");

    private static IEnumerable<Problem> InvalidSchemaNames(Contract contract) =>
        from schema in contract.GeneratedSchemas
        where !CSharpNaming.IsIdentifier(schema.Name)
        let letters = CSharpNaming.Pascal(string.Concat(CSharpNaming.Pascal(schema.Name).Where(char.IsLetterOrDigit)))
        let suggestion = CSharpNaming.IsIdentifier(letters) ? letters : "Contact"
        select new Problem(
            schema.Position,
            $"{schema} cannot be the name of a C# class: use letters and digits, beginning with a capital, such as '{suggestion}', and "
            + "adapt each $ref to it.");

    private static IEnumerable<Problem> TakenSchemas(Contract contract) =>
        from schema in contract.GeneratedSchemas
        where contract.Reserved.Contains(schema.CSharpName)
        select new Problem(
            schema.Position, $"{schema} becomes a C# class of a name that a hand-written type has: rename the schema and each $ref to it.");

    private static IEnumerable<Problem> InvalidWireNames(Contract contract) =>
        from name in PropertiesOf(contract).Concat(ParametersOf(contract))
        where name.Node.Find(CSharpNaming.Extension) is null && !CSharpNaming.IsIdentifier(name.CSharpName)
        select new Problem(
            name.Position, $"{name.Text} would be '{name.CSharpName}' in C#, which is no name there: give it an 'x-csharp-name'.");

    private static IEnumerable<NamedMember> PropertiesOf(Contract contract) =>
        contract.Objects(ObjectKind.Schema).SelectMany(PropertiesOf);

    /// <summary>The properties of a schema that become C#; none when the schema does not.</summary>
    private static IEnumerable<NamedMember> PropertiesOf(OpenApiObject schema) =>
        from member in schema.IsSkipped ? [] : schema.Node.MembersOf("properties")
        let node = member.Value as ContractMapping
        where node is not null && !node.Flag("x-csharp-skip")
        select new NamedMember(
            $"property '{member.Key}' of {schema}", member.Key, node, member.Position, CSharpNaming.Of(node, member.Key), IsRequired: false);

    private static IEnumerable<NamedMember> ParametersOf(Contract contract) =>
        from operation in contract.Operations
        from parameter in operation.Parameters
        select new NamedMember(
            $"parameter '{parameter.Name}' of {operation}",
            parameter.Name, parameter.Node, parameter.Position, parameter.CSharpName, parameter.IsRequired);

    /// <summary>A property or parameter that has a name in C#; the text is how a sentence names it.</summary>
    private sealed record NamedMember(
        string Text, string Name, ContractMapping Node, Position Position, string CSharpName, bool IsRequired);
}
