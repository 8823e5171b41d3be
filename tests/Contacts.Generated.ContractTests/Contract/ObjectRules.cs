using System.Text.Json;

namespace Contacts.Generated.ContractTests;

/// <summary>The keywords of a schema that speak of objects. "additionalProperties" is seen with the properties, whose rest it governs.</summary>
internal static class ObjectRules
{
    public static void Check(string keyword, ContractNode rule, ContractNode schema, JsonElement value, string pointer, Findings findings)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (keyword == "required")
        {
            foreach (var name in rule.Items.Select(item => item.Value!.GetValue<string>()).Where(name => !value.TryGetProperty(name, out _)))
            {
                findings.Add(JsonPointer.Append(pointer, name), schema.PointerTo("required"), "is missing, and required.");
            }

            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            CheckMember(member, rule, schema, JsonPointer.Append(pointer, member.Name), findings);
        }
    }

    private static void CheckMember(JsonProperty member, ContractNode properties, ContractNode schema, string pointer, Findings findings)
    {
        if (properties.Find(member.Name) is { } declared)
        {
            SchemaRules.Check(declared, member.Value, pointer, findings);
            return;
        }

        var further = schema.Find("additionalProperties");
        if (further?.Value?.GetValueKind() == JsonValueKind.Object)
        {
            SchemaRules.Check(further, member.Value, pointer, findings);
        }
        else if (further?.Value?.GetValueKind() == JsonValueKind.False)
        {
            findings.Add(pointer, schema.PointerTo("additionalProperties"), "is not declared.");
        }
    }
}
