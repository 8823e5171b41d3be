namespace Contacts.ContractTool;

/// <summary>Decides what a simplified schema becomes in C#.</summary>
internal static class SchemaKinds
{
    /// <summary>The type that a schema states or implies; null if it allows any value.</summary>
    public static string? TypeOf(ContractMapping schema) => schema.Text("type") ?? (
        schema.Find("properties") is not null || schema.Find("additionalProperties")?.Value is ContractMapping ? "object"
        : schema.Find("items") is not null ? "array"
        : schema.Sequence("enum") is { } values ? TypeOfValues(values)
        : schema.Text("format") is { } format ? TypeOfFormat(format)
        : null);

    /// <summary>The kind of type to generate for a schema; null if it needs none of its own.</summary>
    public static TypeKind? OwnKind(ContractMapping schema) =>
        schema.Find("x-csharp-type") is not null ? null
        : schema.Find("oneOf") is not null ? TypeKind.Union
        : IsEnum(schema) ? TypeKind.Enum
        : TypeOf(schema) == "object" && schema.Mapping("properties") is { Members.Count: > 0 } ? TypeKind.Model
        : null;

    public static CSharpType Scalar(ContractMapping schema) => (TypeOf(schema), schema.Text("format")) switch
    {
        _ when schema.Text("x-csharp-type") is { } given => new(TypeKind.Model, given),
        ("string", "date-time") => new(TypeKind.Time, "DateTimeOffset"),
        ("string", "byte") => new(TypeKind.Bytes, "byte[]"),
        ("string", "uuid") => new(TypeKind.Guid, "Guid"),
        ("string", "uri") => new(TypeKind.Uri, "Uri"),
        ("string", _) => CSharpType.Text,
        ("integer", "int32") => new(TypeKind.Number, "int"),
        ("integer", _) => new(TypeKind.Number, "long"),
        ("number", "int32") => new(TypeKind.Number, "int"),
        ("number", "int64") => new(TypeKind.Number, "long"),
        ("number", "float") => new(TypeKind.Number, "float"),
        ("number", "decimal") => new(TypeKind.Number, "decimal"),
        ("number", _) => new(TypeKind.Number, "double"),
        ("boolean", _) => new(TypeKind.Flag, "bool"),
        _ => CSharpType.Any,
    };

    // Only strings and integers become enums: C# has a type for Booleans, and a fraction cannot be a name.
    private static bool IsEnum(ContractMapping schema) => schema.Sequence("enum") is { } values
        && TypeOf(schema) is "string" or "integer"
        && values.Items.OfType<ContractScalar>().Any(static value => value.Kind != ScalarKind.Null);

    private static string? TypeOfValues(ContractSequence values)
    {
        var kinds = values.Items.Select(static value => (value as ContractScalar)?.Kind)
            .Where(static kind => kind != ScalarKind.Null)
            .Distinct()
            .ToList();
        return kinds switch
        {
            [ScalarKind.Text] => "string",
            [ScalarKind.WholeNumber] => "integer",
            [ScalarKind.Boolean] => "boolean",
            [ScalarKind.Number] or [ScalarKind.Number, ScalarKind.WholeNumber] or [ScalarKind.WholeNumber, ScalarKind.Number] => "number",
            _ => null,
        };
    }

    private static string? TypeOfFormat(string format) => format switch
    {
        "date-time" or "date" or "byte" or "uuid" or "uri" or "email" or "hostname" or "password" => "string",
        "int32" or "int64" => "integer",
        "float" or "double" => "number",
        _ => null,
    };
}
