using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Contacts.Generated.ContractTests;

/// <summary>What a request must be.</summary>
internal static class RequestRules
{
    /// <summary>Headers that belong to HTTP or to every call, so that no operation declares them.</summary>
    private static readonly HashSet<string> _common = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept", "Accept-Encoding", "Connection", "Content-Length", "Content-Type", "Host", "User-Agent", "traceparent", "tracestate",
        "x-request-id",
    };

    public static void Check(ContractDocument contract, ContractOperation operation, RecordedExchange exchange, Findings findings)
    {
        ParameterRules.CheckPath(operation, operation.Match(exchange.Path[contract.BasePath.Length..])!, findings.For("request path"));
        ParameterRules.CheckQuery(operation, exchange.Query(), findings.For("request query"));
        CheckHeaders(operation, exchange, findings.For("request header"));
        BodyRules.CheckRequest(operation, exchange, findings);
    }

    private static void CheckHeaders(ContractOperation operation, RecordedExchange exchange, Findings findings)
    {
        var headers = exchange.RequestHeaders;
        ParameterRules.CheckHeaders(operation, headers, findings);
        if (!operation.Security.Any(alternative => alternative.IsSatisfiedBy(headers)))
        {
            var names = string.Join(" or ", operation.Security.Select(alternative => alternative.Name));
            findings.Add("", "#/security", $"hold no credential: {names} is needed.");
        }

        var credentials = operation.Security.SelectMany(alternative => alternative.Headers());
        var declared = operation.Parameters.Where(parameter => parameter.Place == "header").Select(parameter => parameter.Name);
        foreach (var name in headers.Keys.Except([.. _common, .. credentials, .. declared], StringComparer.OrdinalIgnoreCase))
        {
            findings.Add("/" + name, operation.Node.PointerTo("parameters"), "is not declared.");
        }

        CheckAccept(operation, headers, findings);
    }

    private static void CheckAccept(ContractOperation operation, IReadOnlyDictionary<string, string> headers, Findings findings)
    {
        var offered = operation.Success.Content.Select(media => media.Type).ToList();
        var accepted = headers.TryGetValue("Accept", out var accept)
            ? accept.Split(',').Select(MediaTypeWithQualityHeaderValue.Parse).ToList()
            : [];
        if (offered.Count > 0 && !accepted.Any(range => offered.Any(type => Accepts(range.MediaType!, type))))
        {
            findings.Add("/Accept", operation.Success.Node.PointerTo("content"), $"does not accept {string.Join(" or ", offered)}.");
        }
    }

    private static bool Accepts(string range, string type) =>
        range == "*/*" || range == type
            || (range.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(range[..^1], StringComparison.Ordinal));
}

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
        foreach (var parameter in operation.Parameters.Where(
            parameter => parameter.Place == "header" && headers.ContainsKey(parameter.Name)))
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
        foreach (var parameter in operation.Parameters.Where(
            parameter => parameter.Place == place && parameter.IsRequired && !names.Contains(parameter.Name)))
        {
            findings.Add("/" + parameter.Name, parameter.Node.PointerTo("required"), "is missing, and required.");
        }
    }

    private static ContractParameter? Declared(ContractOperation operation, string place, string name) =>
        operation.Parameters.FirstOrDefault(parameter => parameter.Place == place && parameter.Name == name);
}
