using System.Text.Json;

namespace Contacts.Generated.Tests;

/// <summary>Compares JSON by meaning: the order of members, white space and the spelling of a number do not count.</summary>
internal static class JsonAssert
{
    private static readonly JsonDocumentOptions _deep = new() { MaxDepth = 1000 };

    public static void ShouldBeJson(this string actual, string expected, string because = "")
    {
        using var left = JsonDocument.Parse(actual, _deep);
        using var right = JsonDocument.Parse(expected, _deep);
        JsonElement.DeepEquals(left.RootElement, right.RootElement)
            .Should().BeTrue("{0}\n  expected {1}\n  actual   {2}", because, expected, actual);
    }

    /// <summary>Holds that no object in it has two members of one name.</summary>
    public static void ShouldHaveNoNameTwice(this string actual)
    {
        using var document = JsonDocument.Parse(actual, _deep);
        Check(document.RootElement);

        void Check(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                element.EnumerateObject().Select(member => member.Name).Should().OnlyHaveUniqueItems("of {0}", actual);
                element.EnumerateObject().ToList().ForEach(member => Check(member.Value));
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                element.EnumerateArray().ToList().ForEach(Check);
            }
        }
    }
}
