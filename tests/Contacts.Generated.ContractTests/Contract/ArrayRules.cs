using System.Text.Json;

namespace Contacts.Generated.ContractTests;

/// <summary>The keywords of a schema that speak of arrays.</summary>
internal static class ArrayRules
{
    public static void Check(string keyword, ContractNode rule, JsonElement value, string pointer, Findings findings)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var count = value.GetArrayLength();
        if (keyword == "minItems" && count < rule.Value!.GetValue<long>())
        {
            findings.Add(pointer, rule.Pointer, $"has {count} items, fewer than {rule.Value}.");
        }
        else if (keyword == "maxItems" && count > rule.Value!.GetValue<long>())
        {
            findings.Add(pointer, rule.Pointer, $"has {count} items, more than {rule.Value}.");
        }
        else if (keyword == "items")
        {
            for (var index = 0; index < count; index++)
            {
                SchemaRules.Check(rule, value[index], JsonPointer.Append(pointer, $"{index}"), findings);
            }
        }
    }
}
