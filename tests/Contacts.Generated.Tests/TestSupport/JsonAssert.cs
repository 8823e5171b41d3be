using System.Text.Json;
using System.Text.Json.Nodes;

namespace Contacts.Generated.Tests;

/// <summary>Compares JSON by meaning: the order of members, white space and the spelling of a number do not count.</summary>
internal static class JsonAssert
{
    public static void ShouldBeJson(this string actual, string expected, string because = "")
    {
        using var left = JsonDocument.Parse(actual);
        using var right = JsonDocument.Parse(expected);
        JsonElement.DeepEquals(left.RootElement, right.RootElement).Should().BeTrue("{0}\n  expected {1}\n  actual   {2}", because, expected, actual);
    }

    /// <summary>Also takes a member that is null for one that is absent.</summary>
    public static void ShouldBeJsonButForNulls(this string actual, string expected, string because = "") =>
        WithoutNulls(actual).ShouldBeJson(WithoutNulls(expected), because);

    private static string WithoutNulls(string json)
    {
        var node = JsonNode.Parse(json);
        Strip(node);
        return node?.ToJsonString() ?? "null";
    }

    private static void Strip(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                Strip(item);
            }
        }

        if (node is not JsonObject members)
        {
            return;
        }

        foreach (var member in members.ToList())
        {
            if (member.Value is null)
            {
                members.Remove(member.Key);
            }

            Strip(member.Value);
        }
    }
}
