using System.Text.Json;
using System.Text.Json.Nodes;

namespace Contacts.Generated.Testing;

/// <summary>Makes a value of a schema, for what the contract shows no example of.</summary>
internal sealed class SchemaSample(JsonElement root)
{
    // A schema may hold itself. Beyond the first depth only what is required is filled in, and beyond the second one nothing is.
    private const int MaxOptionalDepth = 4;
    private const int MaxDepth = 12;

    public JsonNode? Of(JsonElement schema) => Of(schema, depth: 0);

    private JsonNode? Of(JsonElement reference, int depth)
    {
        var schema = root.Resolve(reference);
        if (depth > MaxDepth || schema.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (schema.TryGetProperty("example", out var given) || schema.TryGetProperty("default", out given))
        {
            return JsonSerializer.SerializeToNode(given);
        }

        if (First(schema, "enum") is { } listed)
        {
            return JsonSerializer.SerializeToNode(listed);
        }

        if ((First(schema, "oneOf") ?? First(schema, "anyOf")) is { } branch)
        {
            return Mark(schema, branch, Of(branch, depth + 1));
        }

        return TypeOf(schema) switch
        {
            "object" => ObjectOf(schema, depth),
            "array" => ListOf(schema, depth),
            "boolean" => true,
            "integer" => (long)NumberOf(schema),
            "number" => NumberOf(schema),
            "string" => TextOf(schema),
            _ => "any value",
        };
    }

    private static string? TypeOf(JsonElement schema) => schema switch
    {
        _ when schema.TryGetProperty("type", out var type) => type.GetString(),
        _ when schema.TryGetProperty("properties", out _) || schema.TryGetProperty("allOf", out _) => "object",
        _ => null,
    };

    private JsonNode? ObjectOf(JsonElement schema, int depth)
    {
        var made = new JsonObject();
        foreach (var part in All(schema, "allOf"))
        {
            var value = Of(part, depth + 1);
            if (value is not JsonObject members)
            {
                // A scalar with words beside it.
                return value;
            }

            foreach (var member in members.ToList())
            {
                members.Remove(member.Key);
                made[member.Key] = member.Value;
            }
        }

        var required = All(schema, "required").Select(name => name.GetString()).ToHashSet(StringComparer.Ordinal);
        if (schema.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                if (depth <= MaxOptionalDepth || required.Contains(property.Name))
                {
                    made[property.Name] = Of(property.Value, depth + 1);
                }
            }
        }

        return made;
    }

    private JsonArray ListOf(JsonElement schema, int depth)
    {
        var made = new JsonArray();
        var least = schema.TryGetProperty("minItems", out var minimum) ? minimum.GetInt32() : 0;
        var count = depth <= MaxOptionalDepth ? Math.Max(least, 1) : least;
        while (made.Count < count && schema.TryGetProperty("items", out var items))
        {
            made.Add(Of(items, depth + 1));
        }

        return made;
    }

    /// <summary>Writes which of several kinds a value is, if the schema says how.</summary>
    private static JsonNode? Mark(JsonElement schema, JsonElement branch, JsonNode? value)
    {
        if (value is JsonObject made
            && schema.TryGetProperty("discriminator", out var discriminator)
            && branch.TryGetProperty("$ref", out var reference))
        {
            var target = reference.GetString()!;
            var kinds = discriminator.TryGetProperty("mapping", out var mapping)
                ? mapping.EnumerateObject().Where(kind => kind.Value.GetString() == target).Select(kind => kind.Name)
                : [];
            made[discriminator.GetProperty("propertyName").GetString()!] =
                kinds.FirstOrDefault() ?? target[(target.LastIndexOf('/') + 1)..];
        }

        return value;
    }

    private static decimal NumberOf(JsonElement schema)
    {
        var least = schema.TryGetProperty("minimum", out var minimum) && minimum.TryGetDecimal(out var lower) ? decimal.Ceiling(lower) : 1;
        var isLeft = schema.TryGetProperty("exclusiveMinimum", out var exclusive) && exclusive.ValueKind == JsonValueKind.True;
        var most = schema.TryGetProperty("maximum", out var maximum) && maximum.TryGetDecimal(out var upper) ? upper : decimal.MaxValue;
        return Math.Min(isLeft ? least + 1 : least, most);
    }

    private static string TextOf(JsonElement schema)
    {
        var format = schema.TryGetProperty("format", out var named) ? named.GetString() : null;
        var text = format switch
        {
            "date-time" => "2026-01-05T09:00:00.000Z",
            "date" => "2026-01-05",
            "time" => "09:00:00Z",
            "uuid" => "00000000-0000-4000-8000-000000000001",
            "uri" or "url" => "https://example.com/",
            "email" => "person@example.com",
            "byte" => "AAECAw==",
            _ => "text",
        };
        return schema.TryGetProperty("minLength", out var minimum) ? text.PadRight(minimum.GetInt32(), 'x') : text;
    }

    private static JsonElement? First(JsonElement schema, string list) =>
        All(schema, list).Select(one => (JsonElement?)one).FirstOrDefault();

    private static JsonElement.ArrayEnumerator All(JsonElement schema, string list) =>
        schema.TryGetProperty(list, out var values) && values.ValueKind == JsonValueKind.Array ? values.EnumerateArray() : default;
}

internal static class ContractReferences
{
    /// <summary>What a <c>$ref</c> leads to, from one part of the document to the next; the part itself if it has none.</summary>
    public static JsonElement Resolve(this JsonElement root, JsonElement part)
    {
        while (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("$ref", out var reference))
        {
            var target = root;
            foreach (var name in reference.GetString()!.Split('/').Skip(1))
            {
                target = target.GetProperty(Uri.UnescapeDataString(name).Replace("~1", "/", StringComparison.Ordinal)
                    .Replace("~0", "~", StringComparison.Ordinal));
            }

            part = target;
        }

        return part;
    }
}
