namespace Contacts.ContractTool;

/// <summary>The C# types that the generator gives to schemas, without a question mark.</summary>
public static class CSharpTypes
{
    private static readonly HashSet<string> _values = new(StringComparer.Ordinal)
    {
        "bool", "int", "long", "float", "double", "decimal", "DateTimeOffset", "TimeSpan", "Guid",
    };

    public static string Of(ContractMapping? schema, Contract contract, string list = "IReadOnlyList")
    {
        ArgumentNullException.ThrowIfNull(contract);
        if (schema?.Text("x-csharp-type") is { } given)
        {
            return given;
        }

        if (schema?.Text("$ref") is { } text && new Reference(text).Target is ("schemas", var name))
        {
            var target = contract.Component(new Reference(text));
            return target?.Text("x-csharp-type") ?? CSharpNaming.Pascal(name);
        }

        return (schema?.Text("type"), schema?.Text("format")) switch
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
    }

    /// <summary>Whether the question mark of a type is part of its identity, and not only of what the compiler warns about.</summary>
    public static bool IsValue(string type, Contract contract)
    {
        ArgumentNullException.ThrowIfNull(contract);
        return _values.Contains(type)
            || contract.GeneratedSchemas.Any(site => CSharpNaming.Pascal(site.Name) == type && site.Node.Find("enum") is not null);
    }
}
