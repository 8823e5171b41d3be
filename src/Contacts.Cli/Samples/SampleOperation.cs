using System.Text.Json.Nodes;

namespace Contacts.Cli.Samples;

/// <summary>What the samples need to know about an operation of the contract, which is the normalized one.</summary>
internal sealed class SampleOperation(JsonObject contract, string method, string template, JsonObject operation)
{
    private readonly JsonObject _content = operation["requestBody"]?["content"] as JsonObject ?? [];

    private readonly string _root = "/" + (string)contract["x-base-path"]!;

    public string Id { get; } = (string)operation["x-csharp"]!["id"]!;

    public string Method => method;

    /// <summary>How the SDK offers it: the name of the method, its arguments and its options.</summary>
    public JsonObject CSharp { get; } = (JsonObject)operation["x-csharp"]!;

    /// <summary>The parameters, each with its name, its place and an example.</summary>
    public IReadOnlyList<JsonObject> Parameters { get; } = [.. (operation["parameters"] as JsonArray ?? []).Select(one => one!.AsObject())];

    /// <summary>The argument of the method that is the body; null without a body.</summary>
    public string? BodyArgument { get; } = (string?)operation["requestBody"]?["x-name"];

    /// <summary>The schema of a JSON body; null without one.</summary>
    public JsonObject? BodySchema => Resolve(_content["application/json"]?["schema"]);

    /// <summary>The part of a form that is a file; null without a form.</summary>
    public string? FilePart => (_content["multipart/form-data"]?["schema"]?["properties"] as JsonObject)?.First().Key;

    public static IEnumerable<SampleOperation> AllOf(JsonObject contract) =>
        from path in (JsonObject)contract["paths"]!
        from operation in (JsonObject)path.Value!
        where operation.Value?["x-csharp"] is JsonObject
        select new SampleOperation(contract, operation.Key.ToUpperInvariant(), path.Key, (JsonObject)operation.Value!);

    /// <summary>The values of a request. What it lacks is taken from the contract's examples.</summary>
    public SampleCall Read(string target, JsonNode? body)
    {
        var parts = target.Split('?', 2);
        var query = parts.ElementAtOrDefault(1)?.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(NameAndValue).ToList() ?? [];
        foreach (var required in ParametersIn("query").Where(static one => (bool?)one["required"] == true))
        {
            if (query.TrueForAll(pair => pair.Name != NameOf(required)))
            {
                query.Add((NameOf(required), ExampleOf(required)));
            }
        }

        return new SampleCall(this, IdsOf(parts[0]), query, BodySchema is null ? null : body ?? ExampleBody());
    }

    /// <summary>The path with ids in the place of its placeholders, encoded.</summary>
    public string PathWith(IReadOnlyDictionary<string, string> ids) => _root + ids.Aggregate(
        template, static (path, id) => path.Replace($"{{{id.Key}}}", Uri.EscapeDataString(id.Value), StringComparison.Ordinal));

    /// <summary>The schema that a reference leads to, or the schema itself.</summary>
    public JsonObject? Resolve(JsonNode? schema) =>
        NameOfReference(schema) is { } name ? (JsonObject)contract["components"]!["schemas"]![name]! : schema as JsonObject;

    /// <summary>The last part of a reference; null for anything else.</summary>
    public static string? NameOfReference(JsonNode? schema) => ((string?)schema?["$ref"])?.Split('/')[^1];

    private static string NameOf(JsonObject parameter) => (string)parameter["name"]!;

    private static (string Name, string Value) NameAndValue(string pair)
    {
        var parts = pair.Replace('+', ' ').Split('=', 2).Select(Uri.UnescapeDataString).ToArray();
        return (parts[0], parts.ElementAtOrDefault(1) ?? "");
    }

    private static string ExampleOf(JsonObject parameter) => parameter["example"]?.ToString() ?? NameOf(parameter);

    private IEnumerable<JsonObject> ParametersIn(string place) => Parameters.Where(one => (string?)one["in"] == place);

    // The request may have come by another form of the path, so it is read from its end, where the two are alike.
    private Dictionary<string, string> IdsOf(string path)
    {
        var sent = path.Split('/').Reverse().ToArray();
        var ids = ParametersIn("path").ToDictionary(NameOf, ExampleOf, StringComparer.Ordinal);
        foreach (var (segment, index) in template.Split('/').Reverse().Select(static (segment, index) => (segment, index)))
        {
            if (segment is ['{', .. var name, '}'] && index < sent.Length)
            {
                ids[name] = Uri.UnescapeDataString(sent[index]);
            }
        }

        return ids;
    }

    private JsonNode? ExampleBody()
    {
        var example = (_content["application/json"]!["examples"] as JsonObject)?.FirstOrDefault().Value;
        var shared = NameOfReference(example) is { } name ? contract["components"]!["examples"]![name] : example;
        return shared?["value"];
    }
}

/// <summary>The values of a call.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Ids">The ids of the path by their placeholders, decoded.</param>
/// <param name="Query">The parameters of the query, decoded, in the order in which they were sent.</param>
/// <param name="Body">The JSON of the body; null without one, and for a form with a file.</param>
internal sealed record SampleCall(
    SampleOperation Operation,
    IReadOnlyDictionary<string, string> Ids,
    IReadOnlyList<(string Name, string Value)> Query,
    JsonNode? Body)
{
    /// <summary>The file that the samples upload.</summary>
    public const string File = "picture.png";

    /// <summary>The values of a parameter of the query.</summary>
    public IEnumerable<string> Values(string name) => Query.Where(pair => pair.Name == name).Select(static pair => pair.Value);
}
