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
        new("CTR060", "No two properties of a schema have the same C# name.", contract =>
            from schema in contract.Objects(ObjectKind.Schema)
            from pair in PropertiesOf(schema).Repeated(static property => property.CSharpName)
            select new Problem(
                pair.Item.Position,
                $"{pair.Item} becomes '{pair.Item.CSharpName}' in C#, as '{pair.First.WireName}' in line {pair.First.Position.Line} does: "
                + "give one of them another 'x-csharp-name'.")),
        new("CTR061", "No two parameters of an operation, its body (x-name) included, have the same C# name.", contract =>
        [
            // The same name and place twice is a finding of its own.
            .. from operation in contract.Operations
               from pair in operation.Parameters.Repeated(static parameter => parameter.CSharpName)
               let parameter = pair.Item
               let first = pair.First
               where (first.Name, first.In) != (parameter.Name, parameter.In)
               select new Problem(
                   parameter.Position,
                   $"{parameter.In} parameter '{parameter.Name}' of {operation} becomes '{parameter.CSharpName}' in C#, as {first.In} "
                   + $"parameter '{first.Name}' in line {first.Position.Line} does: give one of them another 'x-csharp-name'."),
            .. from operation in contract.Operations
               let name = operation.RequestBody?.Text("x-name")
               where name is not null
               let same = operation.Parameters.FirstOrDefault(parameter => parameter.CSharpName == CSharpNaming.Pascal(name))
               where same is { IsRequired: true }
               select new Problem(
                   operation.RequestBody!.PositionOf("x-name"),
                   $"the body of {operation} is called '{name}' in C#, as {same.In} parameter '{same.Name}' in line "
                   + $"{same.Position.Line} is: give the body another 'x-name'."),
        ]),
        new("CTR062", "No two schemas have the same C# name.", contract =>
            from pair in contract.GeneratedSchemas.Repeated(static schema => schema.CSharpName)
            let line = pair.First.Position.Line
            select pair.Item.Problem(
                $"becomes '{pair.Item.CSharpName}' in C#, as {pair.First} in line {line} does: rename one of them.")),
        new("CTR063", "No property has the C# name of its class.", contract =>
            from schema in contract.GeneratedSchemas
            from property in PropertiesOf(schema)
            let name = property.CSharpName
            where name == schema.CSharpName
            select new Problem(
                property.Position,
                $"{property} becomes '{name}' in C#, the name of its class, which C# does not allow: give it an 'x-csharp-name' such as "
                + $"'{name}Value'.")),
        new("CTR064", "No property or parameter takes the name of a member that the generated code already has.", contract =>
            from member in MembersOf(contract)
            where member.Taken.Contains(member.CSharpName)
            select new Problem(
                member.Position,
                $"{member} becomes '{member.CSharpName}' in C#, which {member.Owner} already has: give it another 'x-csharp-name'.")),
        new("CTR065", "Each x-csharp-name and x-name is a C# identifier and no keyword.", contract =>
            from extension in contract.Extensions
            let member = extension.Member
            where member.Key is CSharpNaming.Extension or "x-name" && !(member.Text is { } name && CSharpNaming.IsIdentifier(name))
            select new Problem(
                member.Position,
                $"The {member.Key} '{member.Text}' of {extension.Owner} cannot be a name in C#: use letters, digits and '_', beginning "
                + "with a letter, and no keyword.")),
        new("CTR066", "Each schema's name is a C# identifier.", contract =>
            from schema in contract.GeneratedSchemas
            where !CSharpNaming.IsIdentifier(schema.Name)
            let letters = CSharpNaming.Pascal(string.Concat(CSharpNaming.Pascal(schema.Name).Where(char.IsLetterOrDigit)))
            let suggestion = CSharpNaming.IsIdentifier(letters) ? letters : "Contact"
            select schema.Problem(
                "cannot be the name of a C# class: use letters and digits, beginning with a capital, such as "
                + $"'{suggestion}', and adapt each $ref to it.")),
        new("CTR068", "Each property and parameter gives a C# identifier, or has an x-csharp-name.", contract =>
            from member in MembersOf(contract)
            where member.Node.Find(CSharpNaming.Extension) is null && !CSharpNaming.IsIdentifier(member.CSharpName)
            select new Problem(
                member.Position, $"{member} would be '{member.CSharpName}' in C#, which is no name there: give it an 'x-csharp-name'.")),
    ];

    /// <summary>Whether every object in C# has a member of that name.</summary>
    public static bool IsMemberOfObject(string name) => _membersOfObject.Contains(name);

    /// <summary>The properties of a schema that become C#; none when the schema does not.</summary>
    private static IEnumerable<NamedMember> PropertiesOf(OpenApiObject schema) =>
        from member in schema.IsSkipped ? [] : schema.Node.MembersOf("properties")
        let node = member.Value as ContractMapping
        where node is not null && !node.Flag("x-csharp-skip")
        select new NamedMember(
            $"property '{member.Key}' of {schema}", member.Key, node, member.Position, "every model", _membersOfModels);

    private static IEnumerable<NamedMember> MembersOf(Contract contract) =>
        contract.Objects(ObjectKind.Schema).SelectMany(PropertiesOf).Concat(
            from operation in contract.Operations
            from parameter in operation.Parameters
            let text = $"parameter '{parameter.Name}' of {operation}"
            let owner = parameter.IsRequired ? "every method" : "every options class"
            let taken = parameter.IsRequired ? _parametersOfMethods : _membersOfObject
            select new NamedMember(text, parameter.Name, parameter.Node, parameter.Position, owner, taken));

    /// <summary>A property or parameter that has a name in C#, what it becomes part of, and the names that this has already.</summary>
    private sealed record NamedMember(
        string Text, string WireName, ContractMapping Node, Position Position, string Owner, string[] Taken)
    {
        public string CSharpName => CSharpNaming.Of(Node, WireName);

        public override string ToString() => Text;
    }
}
