using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Contacts.Generated.TestKit;

/// <summary>The OpenAPI document, as the tests read it: with every reference resolved.</summary>
internal sealed class ContractDocument
{
    private static readonly string[] _methods = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];
    private readonly IReadOnlyList<ContractOperation> _matched;

    private ContractDocument(JsonNode json)
    {
        Root = ContractNode.Root(json);
        BasePath = "/" + Root.Text("x-base-path");
        ResolveAll(json);
        Operations = [.. Root["paths"].Members.SelectMany(OperationsOf)];

        // A path without placeholders goes before one that has some, as the OpenAPI specification says.
        _matched = [.. Operations.SelectMany(WithFallback).OrderByDescending(operation => operation.IsLiteral)];
    }

    /// <summary>The normalized contract, which the SDK was generated from.</summary>
    public static ContractDocument Contacts { get; } = Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "contract.json")));

    public ContractNode Root { get; }

    /// <summary>The path that stands before the operations', such as <c>/service/v1</c>.</summary>
    public string BasePath { get; }

    public IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>The operations and the forms that stand in for them.</summary>
    public IEnumerable<ContractOperation> Forms => _matched;

    public static ContractDocument Parse(string yaml) => new(YamlJson.Parse(yaml)!);

    public ContractOperation Operation(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>The operation that a method and a path, still encoded, address.</summary>
    public ContractOperation? Find(string method, string path) => AtPath(path).FirstOrDefault(operation => operation.Method == method);

    /// <summary>All operations of a path.</summary>
    public IEnumerable<ContractOperation> AtPath(string path)
    {
        if (!path.StartsWith(BasePath + "/", StringComparison.Ordinal))
        {
            return [];
        }

        var matches = _matched.Where(operation => operation.Match(path[BasePath.Length..]) is not null).ToList();
        return matches.Any(operation => operation.IsLiteral) ? matches.Where(operation => operation.IsLiteral) : matches;
    }

    private static IEnumerable<ContractOperation> WithFallback(ContractOperation operation) =>
        operation.Fallback() is { } fallback ? [operation, fallback] : [operation];

    private IEnumerable<ContractOperation> OperationsOf(KeyValuePair<string, ContractNode> path) =>
        path.Value.Members
            .Where(member => _methods.Contains(member.Key))
            .Select(member => new ContractOperation(path.Key, member.Key, member.Value, Root));

    /// <summary>Follows each reference once, so that one that leads nowhere is noticed even where no test goes.</summary>
    private void ResolveAll(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var member in members)
                {
                    if (member.Key == "$ref")
                    {
                        _ = JsonPointer.Names(member.Value!.GetValue<string>()).Aggregate(Root, (at, name) => at[name]);
                    }

                    ResolveAll(member.Value);
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    ResolveAll(item);
                }

                break;
        }
    }
}

/// <summary>
/// Reads YAML as the JSON that it stands for: a plain scalar may be null, a truth value or a number, a quoted one is text.
/// </summary>
internal static class YamlJson
{
    public static JsonNode? Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return ToJson(stream.Documents.Single().RootNode);
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(
            mapping.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, ToJson(pair.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Select(ToJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => PlainScalar(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new NotSupportedException($"The contract has a YAML node of the kind {node.NodeType}, which is not known here."),
    };

    private static JsonValue? PlainScalar(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) =>
            JsonValue.Create(integer),
        _ when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
