using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Contacts.Generated.Tests;

/// <summary>The contract itself, for tests that take their data from it.</summary>
internal static class Contract
{
    private static readonly string[] _methods = ["get", "put", "post", "delete", "patch"];

    public static JsonObject Document { get; } = Load();

    public static IReadOnlyList<string> OperationIds { get; } = [.. Operations().Select(operation => (string)operation["operationId"]!)];

    /// <summary>Every named JSON example of a request or of a success.</summary>
    public static IReadOnlyList<ContractExample> Examples { get; } = [.. Operations().SelectMany(ExamplesOf)];

    private static IEnumerable<JsonObject> Operations() =>
        from path in Document["paths"]!.AsObject()
        from method in path.Value!.AsObject()
        where _methods.Contains(method.Key)
        select method.Value!.AsObject();

    private static IEnumerable<ContractExample> ExamplesOf(JsonObject operation)
    {
        var id = (string)operation["operationId"]!;
        var sides = operation["responses"]!.AsObject().Where(response => response.Key.StartsWith('2')).Select(response => (IsRequest: false, Content: Resolve(response.Value!)["content"]));
        if (operation["requestBody"] is { } body)
        {
            sides = sides.Append((true, Resolve(body)["content"]));
        }

        return
            from side in sides
            let json = side.Content?["application/json"]
            where json is not null
            from example in json["examples"]!.AsObject()
            select new ContractExample(id, example.Key, SchemaOf(json["schema"]!), side.IsRequest, Resolve(example.Value!)["value"]!.ToJsonString());
    }

    private static string? SchemaOf(JsonNode schema) =>
        (string?)schema["$ref"] is { } reference ? reference.Split('/')[^1] : schema["items"] is { } items ? SchemaOf(items) : null;

    private static JsonNode Resolve(JsonNode node)
    {
        if ((string?)node["$ref"] is not { } reference)
        {
            return node;
        }

        JsonNode target = Document;
        foreach (var part in reference.TrimStart('#', '/').Split('/'))
        {
            target = target[part]!;
        }

        return Resolve(target);
    }

    private static JsonObject Load()
    {
        var stream = new YamlStream();
        using var text = File.OpenText(Path.Combine(AppContext.BaseDirectory, "contacts.yaml"));
        stream.Load(text);
        return ToJson(stream.Documents[0].RootNode)!.AsObject();
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => PlainScalar(scalar.Value!),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static JsonValue? PlainScalar(string text) => text switch
    {
        "" or "null" or "~" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
