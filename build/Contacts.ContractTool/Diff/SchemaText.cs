namespace Contacts.ContractTool;

/// <summary>A schema's type in the words of the API: <c>integer (int32)</c>, <c>array of Contact</c>. Whether it may be null is said apart.</summary>
public static class SchemaText
{
    public static string Of(ContractMapping? schema)
    {
        if (schema is null)
        {
            return "anything";
        }

        if (schema.Text("$ref") is { } text)
        {
            return new Reference(text).Target?.Name ?? text;
        }

        var type = schema.Text("type") switch
        {
            null => "anything",
            "array" => "array of " + Of(schema.Mapping("items")),
            var known => known,
        };
        return schema.Text("format") is { } format ? $"{type} ({format})" : type;
    }
}
