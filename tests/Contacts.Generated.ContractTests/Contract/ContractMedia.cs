namespace Contacts.Generated.ContractTests;

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
