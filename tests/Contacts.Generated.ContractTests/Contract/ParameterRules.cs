using System.Globalization;
using System.Text.Json;

namespace Contacts.Generated.ContractTests;

/// <summary>What parameters must be, wherever they stand.</summary>
internal static class ParameterRules
{
    public static void CheckPath(ContractOperation operation, IReadOnlyDictionary<string, string> values, Findings findings)
    {
        foreach (var (name, value) in values)
        {
            if (Declared(operation, "path", name) is { } parameter)
            {
                CheckText(parameter.Schema, Uri.UnescapeDataString(value), "/" + name, findings);
            }
            else
            {
                findings.Add("/" + name, operation.Node.PointerTo("parameters"), "is not declared.");
            }
        }
    }

    public static void CheckQuery(ContractOperation operation, IReadOnlyList<KeyValuePair<string, string>> query, Findings findings)
    {
        foreach (var values in query.GroupBy(pair => pair.Key, pair => pair.Value))
        {
            if (Declared(operation, "query", values.Key) is { } parameter)
            {
                CheckQueryValues(parameter, [.. values], findings);
            }
            else
            {
                findings.Add("/" + values.Key, operation.Node.PointerTo("parameters"), "is not declared.");
            }
        }

        CheckRequired(operation, "query", query.Select(pair => pair.Key), findings);
    }

    public static void CheckHeaders(ContractOperation operation, IReadOnlyDictionary<string, string> headers, Findings findings)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Place == "header" && headers.ContainsKey(parameter.Name)))
        {
            CheckText(parameter.Schema, headers[parameter.Name], "/" + parameter.Name, findings);
        }

        CheckRequired(operation, "header", headers.Keys, findings);
    }

    /// <summary>Checks a text as the type that its schema gives it.</summary>
    public static void CheckText(ContractNode schema, string text, string pointer, Findings findings)
    {
        object value = schema.Text("type") switch
        {
            "integer" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            "number" when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
            "boolean" when text is "true" or "false" => text == "true",
            _ => text,
        };
        SchemaRules.Check(schema, JsonSerializer.SerializeToElement(value), pointer, findings);
    }

    private static void CheckQueryValues(ContractParameter parameter, IReadOnlyList<string> values, Findings findings)
    {
        if (!parameter.IsRepeated && values.Count > 1)
        {
            findings.Add("/" + parameter.Name, parameter.Node.Pointer, $"is there {values.Count} times, and is no list.");
        }

        for (var index = 0; index < values.Count; index++)
        {
            var (schema, pointer) = parameter.IsRepeated
                ? (parameter.Schema["items"], $"/{parameter.Name}/{index}")
                : (parameter.Schema, "/" + parameter.Name);
            CheckText(schema, values[index], pointer, findings);
        }
    }

    private static void CheckRequired(ContractOperation operation, string place, IEnumerable<string> names, Findings findings)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.Place == place && parameter.IsRequired && !names.Contains(parameter.Name)))
        {
            findings.Add("/" + parameter.Name, parameter.Node.PointerTo("required"), "is missing, and required.");
        }
    }

    private static ContractParameter? Declared(ContractOperation operation, string place, string name) =>
        operation.Parameters.FirstOrDefault(parameter => parameter.Place == place && parameter.Name == name);
}
