namespace Contacts.ContractTool;

/// <summary>The C# types that the generator gives to schemas, without a question mark.</summary>
internal static class CSharpTypes
{
    private static readonly string[] _values = ["bool", "int", "long", "float", "double", "decimal", "DateTimeOffset", "TimeSpan", "Guid"];

    public static string Of(ContractMapping? schema, Contract contract, string list = "IReadOnlyList") =>
        schema?.Text("x-csharp-type") ?? OfReference(schema?.Text("$ref"), contract) ?? OfType(schema, contract, list);

    private static string? OfReference(string? text, Contract contract) =>
        text is not null && new Reference(text) is { Target: ("schemas", var name) } reference
            ? contract.Component(reference)?.Text("x-csharp-type") ?? NameBook.Pascal(name)
            : null;

    private static string OfType(ContractMapping? schema, Contract contract, string list) =>
        (schema?.Text("type"), schema?.Text("format")) switch
        {
            ("string", "date-time") => "DateTimeOffset",
            ("string", "uuid") => "Guid",
            ("string", "binary") => "UploadContent",
            ("string", "byte") => "byte[]",
            ("string", _) => "string",
            ("integer", "int64") => "long",
            ("integer", _) => "int",
            ("number", "float") => "float",
            ("number", "decimal") => "decimal",
            ("number", _) => "double",
            ("boolean", _) => "bool",
            ("array", _) => $"{list}<{Of(schema!.Mapping("items"), contract)}>",
            ("object", _) when schema!.Mapping("additionalProperties") is { } values => $"IDictionary<string, {Of(values, contract)}>",
            ("object", _) => "IDictionary<string, object?>",
            _ => "object",
        };

    /// <summary>Whether the question mark of a type is part of its identity, and not only of what the compiler warns about.</summary>
    public static bool IsValue(string type, Contract contract) => _values.Contains(type)
        || contract.GeneratedSchemas.Any(schema => NameBook.Pascal(schema.Name) == type && schema.Node.Find("enum") is not null);
}

/// <summary>What an operation is in C#: a method, and perhaps a class with its optional parameters.</summary>
internal sealed class OperationSurface(Operation operation, Contract contract)
{
    public Operation Operation => operation;

    public string Id => operation.Id!;

    public string Method => $"ContactsClient.{Name}Async";

    /// <summary>The method's declaration, without what every method ends in.</summary>
    public string Signature =>
        $"Task<{Result}> {Name}Async({string.Join(", ", [.. RequiredArguments(), .. BodyArguments(), .. OptionalArguments()])})";

    private string Name => NameBook.Pascal(Id);

    private string OptionsType => $"Contacts{Name}Options";

    private string Result => operation.Text("x-csharp-type")
        ?? MediaType.AllOf(operation.Successes.FirstOrDefault()?.Node).Select(type => CSharpTypes.Of(type.Schema, contract))
            .FirstOrDefault("void");

    /// <summary>Where a parameter is in C#.</summary>
    public string Member(OperationParameter parameter) => parameter.IsRequired
        ? $"the parameter {parameter.CSharpName} of {Method}"
        : $"{OptionsType}.{parameter.CSharpName}";

    private IEnumerable<string> RequiredArguments() =>
        from parameter in operation.Parameters
        where parameter.IsRequired
        select $"{CSharpTypes.Of(parameter.Node.Mapping("schema"), contract)} {Camel(parameter.CSharpName)}";

    private IEnumerable<string> BodyArguments() => MediaType.AllOf(operation.RequestBody).FirstOrDefault() switch
    {
        { Name: "multipart/form-data" } form =>
            from part in form.Schema?.MembersOf("properties") ?? []
            select $"{CSharpTypes.Of(part.Value as ContractMapping, contract)} {Camel(NameBook.Pascal(part.Key))}",
        { Schema: { } schema } => [BodyArgument(schema, operation.RequestBody!)],
        _ => [],
    };

    private string BodyArgument(ContractMapping schema, ContractMapping body)
    {
        var type = schema.Find("x-csharp-single") is null ? CSharpTypes.Of(schema, contract, "IEnumerable") : "string";
        return $"{type}{(body.Flag("required") ? "" : "?")} {body.Text("x-name") ?? "body"}";
    }

    private string[] OptionalArguments() =>
        operation.Parameters.All(static parameter => parameter.IsRequired) ? [] : [$"{OptionsType}? options"];

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>What a component schema is in C#: a class with its properties, or a type with its known values.</summary>
internal sealed class SchemaSurface(OpenApiObject schema, Contract contract)
{
    public string Name => schema.Name;

    public ContractMapping Node => schema.Node;

    public bool IsSkipped => schema.IsSkipped;

    public string Type => NameBook.Pascal(Name);

    public IReadOnlyList<PropertySurface> Properties { get; } =
    [
        .. from member in schema.Node.MembersOf("properties")
           let node = member.Value as ContractMapping
           where node is not null
           select new PropertySurface(schema, member.Key, node, contract),
    ];

    /// <summary>The known values of an enum, and their names in C#.</summary>
    public IEnumerable<(string Text, string Name)> Values =>
        from value in schema.Node.ScalarsOf("enum").Index()
        let name = schema.Node.ScalarsOf("x-enumNames").ElementAtOrDefault(value.Index)
        select (value.Item.Text, name?.Text ?? NameBook.Pascal(value.Item.Text));
}

/// <summary>A field of a schema, and what it is in C#.</summary>
internal sealed class PropertySurface(OpenApiObject schema, string name, ContractMapping node, Contract contract)
{
    public string Name => name;

    public ContractMapping Node => node;

    /// <summary>The member's full name; null where the contract keeps it out of the public surface.</summary>
    public string? Member => schema.IsSkipped || node.Text("x-csharp-access") == "internal"
        ? null
        : $"{NameBook.Pascal(schema.Name)}.{CSharpNaming.Of(node, name)}";

    public string Type => CSharpTypes.Of(node, contract);

    public bool IsRequired { get; } = schema.Node.ScalarsOf("required").Any(required => required.Text == name);

    /// <summary>Whether C# sees null in it: what need not come may be missing.</summary>
    public bool IsNullable => !IsRequired || node.Flag("nullable");

    public string Declaration => Type + (IsNullable ? "?" : "");

    /// <summary>Whether it must come and may be null, in words.</summary>
    public string Presence => (IsRequired ? "required" : "optional") + (node.Flag("nullable") ? " and may be null" : "");

    /// <summary>Whether the other schema has no such member in C#.</summary>
    public bool IsMissingIn(SchemaSurface other) => Member is not null && other.Properties.All(property => property.Member != Member);

    /// <summary>Whether a value written under another field's name is read into this one.</summary>
    public bool Reads(string other) => node.ScalarsOf("x-aliases").Any(alias => alias.Text == other);

    /// <summary>Whether it must be sent where the older one need not be, or must not be null where that might be.</summary>
    public bool AsksMoreThan(PropertySurface older) =>
        (IsRequired && !older.IsRequired) || (older.Node.Flag("nullable") && !node.Flag("nullable"));

    // A value that may be null is another type; a reference that may be is a warning, which many treat as an error.
    public bool BreaksReadersOf(PropertySurface older) =>
        IsNullable != older.IsNullable && (IsNullable || CSharpTypes.IsValue(Type, contract));

    public override string ToString() => $"the field {name} of {schema.Name}";
}
