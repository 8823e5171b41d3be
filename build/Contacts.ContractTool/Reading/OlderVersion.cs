using Microsoft.OpenApi;

namespace Contacts.ContractTool;

/// <summary>Converts a document from version 2.0 to 3.0 and keeps the positions of its values.</summary>
internal static class OlderVersion
{
    private static readonly (string Newer, string Older)[] _places =
    [
        ("components/schemas", "definitions"), ("components/responses", "responses"), ("components/parameters", "parameters"),
        ("components/requestBodies", "parameters"), ("components/securitySchemes", "securityDefinitions"), ("servers", "host"),
    ];

    /// <summary>The document in version 3.0; null, with a problem, if it is not a document of 2.0.</summary>
    public static ContractMapping? Convert(ContractMapping root, Action<Problem> refuse)
    {
        using var json = new MemoryStream(JsonText.Write(root));
        var result = OpenApiDocument.Load(json, "json");
        if (result.Document is not { } document)
        {
            var reason = result.Diagnostic?.Errors.FirstOrDefault()?.Message.TrimEnd('.') ?? "it cannot be read";
            refuse(new Problem(
                root.PositionOf("swagger"),
                $"This is not a document of OpenAPI 2.0: {reason}. Correct it, or write it as OpenAPI 3.0."));
            return null;
        }

        var text = document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_0).GetAwaiter().GetResult();
        return ContractReader.Read(text, new Findings("")) is { } newer ? (ContractMapping)Place(newer, root, root, []) : null;
    }

    /// <summary>A copy with positions in the older document: that of the same value there, or of the value that contains it.</summary>
    private static ContractNode Place(ContractNode node, ContractNode? older, ContractMapping root, string[] path)
    {
        if (_places.FirstOrDefault(place => place.Newer == string.Join('/', path)).Older is { } key)
        {
            older = root.Find(key)?.Value ?? older;
        }

        var position = older?.Position ?? root.Position;
        switch (node)
        {
            case ContractMapping mapping:
                var copy = new ContractMapping(position);
                foreach (var member in mapping.Members)
                {
                    var same = (older as ContractMapping)?.Find(member.Key);
                    var value = Place(member.Value, same?.Value ?? older, root, path.Length > 2 ? path : [.. path, member.Key]);
                    copy.Add(new ContractMember(member.Key, same?.Position ?? position, value));
                }

                SetStyle(copy, older as ContractMapping);
                return copy;
            case ContractSequence list:
                return new ContractSequence(position, list.Items.Select((item, index) =>
                    Place(item, Same(item, older as ContractSequence, index) ?? older, root, path)));
            default:
                return node is ContractScalar scalar ? new ContractScalar(position, scalar.Text, scalar.Kind != ScalarKind.Text) : node;
        }
    }

    // In 2.0 the body was a parameter, so parameters may have other positions in the list.
    private static ContractNode? Same(ContractNode item, ContractSequence? older, int index) =>
        item is ContractMapping mapping && mapping.Text("in") is { } place
            ? older?.Items.OfType<ContractMapping>()
                .FirstOrDefault(one => one.Text("name") == mapping.Text("name") && one.Text("in") == place)
            : older?.Items.ElementAtOrDefault(index);

    // By default, a list in a query is joined with commas in 2.0, and repeated from 3.0 on.
    private static void SetStyle(ContractMapping parameter, ContractMapping? older)
    {
        if (older?.Text("in") == "query" && parameter.Text("in") == "query" && older.Text("type") == "array")
        {
            var format = older.Text("collectionFormat");
            parameter.Set("explode", format == "multi");
            parameter.Set("style", format switch { "ssv" => "spaceDelimited", "pipes" => "pipeDelimited", _ => "form" });
        }
    }
}
