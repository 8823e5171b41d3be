using System.Text;
using System.Text.Json.Nodes;

namespace Contacts.Generated.TestKit;

/// <summary>A media type of a body, with its schema and examples.</summary>
internal sealed class ContractMedia(string type, ContractNode node)
{
    public string Type => type;

    public ContractNode Schema { get; } = node["schema"];

    public IReadOnlyList<ContractExample> Examples { get; } = [.. ExamplesOf(node)];

    /// <summary>The media types of a "content".</summary>
    public static IReadOnlyList<ContractMedia> AllOf(ContractNode body) =>
        [.. (body.Find("content")?.Members ?? []).Select(media => new ContractMedia(media.Key, media.Value))];

    private static IEnumerable<ContractExample> ExamplesOf(ContractNode node)
    {
        foreach (var example in node.Find("examples")?.Members ?? [])
        {
            yield return new ContractExample(example.Key, example.Value["value"]);
        }

        if (node.Find("example") is { } only)
        {
            yield return new ContractExample("example", only);
        }
    }
}

/// <summary>A named example of a body.</summary>
internal sealed record ContractExample(string Name, ContractNode Node)
{
    public JsonNode? Value => Node.Value;

    /// <summary>What the example is called among the components; examples that are used by many operations have one such name.</summary>
    public string Component => JsonPointer.Names(Node.Pointer).SkipLast(1).Last();

    /// <summary>The example as a body of its media type: JSON, or the text itself.</summary>
    public string BodyAs(string mediaType) =>
        mediaType == "application/json" ? Value?.ToJsonString() ?? "null" : Value!.GetValue<string>();

    /// <summary>Whether a body of a media type is the example.</summary>
    public bool IsBody(string mediaType, byte[] body) =>
        mediaType == "application/json"
            ? JsonComparison.AreEqual(Value, JsonNode.Parse(body))
            : Encoding.UTF8.GetString(body) == Value!.GetValue<string>();
}

/// <summary>
/// Compares JSON by what it says: a member that is null says as much as one that is missing, and the order of members nothing.
/// </summary>
internal static class JsonComparison
{
    public static bool AreEqual(JsonNode? left, JsonNode? right) => JsonNode.DeepEquals(WithoutNulls(left), WithoutNulls(right));

    public static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(
            members.Where(member => member.Value is not null)
                .Select(member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };
}
