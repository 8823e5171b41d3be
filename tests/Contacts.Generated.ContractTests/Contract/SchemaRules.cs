using System.Text.Json;

namespace Contacts.Generated.ContractTests;

/// <summary>
/// Checks JSON against a schema: the keywords that the contract uses, and no others. A keyword that is not known here is an
/// error of its own, so that nothing is passed over in silence.
/// </summary>
internal static class SchemaRules
{
    private static readonly HashSet<string> _annotations = ["description", "example", "title", "deprecated", "nullable", "additionalProperties"];

    public static void Check(ContractNode schema, JsonElement value, string pointer, Findings findings)
    {
        if (value.ValueKind == JsonValueKind.Null && schema.Find("type") is not null)
        {
            if (!schema.Flag("nullable"))
            {
                findings.Add(pointer, schema.PointerTo("type"), "is null, which the schema does not allow.");
            }

            return;
        }

        if (schema.Text("type") is { } type && !HasType(value, type))
        {
            findings.Add(pointer, schema.PointerTo("type"), $"is {Describe(value)} instead of {type}.");
            return;
        }

        foreach (var (keyword, rule) in schema.Members)
        {
            CheckKeyword(keyword, rule, schema, value, pointer, findings);
        }
    }

    private static void CheckKeyword(string keyword, ContractNode rule, ContractNode schema, JsonElement value, string pointer, Findings findings)
    {
        switch (keyword)
        {
            case "type":
                break;
            case "properties" or "required":
                ObjectRules.Check(keyword, rule, schema, value, pointer, findings);
                break;
            case "items" or "minItems" or "maxItems":
                ArrayRules.Check(keyword, rule, value, pointer, findings);
                break;
            case "enum" or "minimum" or "maximum" or "minLength" or "maxLength" or "pattern" or "format":
                ScalarRules.Check(keyword, rule, schema, value, pointer, findings);
                break;
            case var _ when _annotations.Contains(keyword) || keyword.StartsWith("x-", StringComparison.Ordinal):
                break;
            default:
                throw new NotSupportedException($"The contract uses \"{keyword}\" at {schema.Pointer}, which the validator does not know. Teach it.");
        }
    }

    private static bool HasType(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.TryGetDecimal(out var number) && number == decimal.Truncate(number),
        _ => false,
    };

    private static string Describe(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "a truth value",
    };
}
