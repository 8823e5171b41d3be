using System.Text.Json.Nodes;
using Contacts.Generated.Testing;

namespace Contacts.Cli.Explorer;

/// <summary>
/// The contract for the page: its only server is the emulator, its examples come from the emulator's data, so that each operation works
/// without changes, and its descriptions end with the source of each fact.
/// </summary>
internal sealed class ExplorerContract
{
    private const string Resource = "contract.json";

    private readonly Lazy<JsonObject> _contract = new(Read);

    /// <summary>The contract, with examples of what exists, for an emulator that is reached below a prefix.</summary>
    public JsonObject For(LiveIds ids, string prefix)
    {
        var contract = (JsonObject)_contract.Value.DeepClone();
        var address = prefix + "/" + (string)contract["x-base-path"]!;
        contract["servers"] = new JsonArray(new JsonObject { ["url"] = address, ["description"] = "This emulator." });
        foreach (var parameter in ParametersOf(contract))
        {
            SetExample(parameter, ids);
        }

        var examples = (JsonObject)contract["components"]!["examples"]!;
        SetIds(examples, "NotificationIdsOne", ids.NotificationIds.Take(1));
        SetIds(examples, "NotificationIdsTwo", ids.NotificationIds);
        return contract;
    }

    private static IEnumerable<JsonObject> ParametersOf(JsonObject contract) =>
        from path in (JsonObject)contract["paths"]!
        from operation in (JsonObject)path.Value!
        from parameter in operation.Value!["parameters"] as JsonArray ?? []
        select (JsonObject)parameter;

    private static void SetExample(JsonObject parameter, LiveIds ids)
    {
        var example = (string?)parameter["name"] switch
        {
            "contactId" => ids.ContactId,
            "conversationId" => ids.ConversationId,
            "commentId" => ids.CommentId,
            "boardItemId" => ids.BoardItemId,
            "q" => ids.Email,
            _ => null,
        };
        if (example is not null)
        {
            parameter["example"] = example;
        }
        else if ((string?)parameter["in"] == "query")
        {
            // The page fills in every example, and a list that begins at the hundredth contact would look empty.
            parameter.Remove("example");
        }
    }

    private static void SetIds(JsonObject examples, string name, IEnumerable<string> ids)
    {
        if (ids.Any())
        {
            examples[name]!["value"] = new JsonArray([.. ids.Select(id => JsonValue.Create(id))]);
        }
    }

    private static JsonObject Read()
    {
        using var resource = typeof(ContactsEmulator).Assembly.GetManifestResourceStream(Resource)!;
        var contract = JsonNode.Parse(resource)!.AsObject();
        AppendSources(contract);
        return contract;
    }

    /// <summary>The page shows no extensions, so what they say about the source of a fact is added to the description.</summary>
    private static void AppendSources(JsonNode? node)
    {
        if (node is JsonObject described && SourceOf(described) is { } source)
        {
            described["description"] = $"{(string?)described["description"]}\n\nSource: {source}".TrimStart();
        }

        foreach (var child in node is JsonObject members ? members.Select(static member => member.Value) : node as JsonArray ?? [])
        {
            if (child is JsonObject or JsonArray)
            {
                AppendSources(child);
            }
        }
    }

    private static string? SourceOf(JsonObject described) => described switch
    {
        _ when described["x-provenance"] is JsonValue text => (string?)text,
        _ when described.ContainsKey("x-observed") =>
            "Observed in the vendor's web application; the vendor's reference does not promise it.",
        _ when described.ContainsKey("x-documented-only") => "Promised by the vendor's reference; not observed.",
        _ => null,
    };
}
