using System.Text.Json.Nodes;

namespace Contacts.Generated.ContractTests;

/// <summary>Compares JSON by what it says: a member that is null says as much as one that is missing, and the order of members nothing.</summary>
internal static class JsonText
{
    public static bool AreEqual(JsonNode? left, JsonNode? right) => JsonNode.DeepEquals(WithoutNulls(left), WithoutNulls(right));

    public static JsonNode? WithoutNulls(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, WithoutNulls(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutNulls)]),
        _ => node?.DeepClone(),
    };
}
