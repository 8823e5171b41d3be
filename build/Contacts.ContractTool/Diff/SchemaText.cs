using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>
/// A schema's type in the words of the API: <c>integer (int32)</c>, <c>array of Contact</c>. Whether it may be null is said apart.
/// </summary>
internal static class SchemaText
{
    public static string Of(ContractMapping? schema)
    {
        if (schema?.Text("$ref") is { } text)
        {
            return new Reference(text).Target?.Name ?? text;
        }

        var type = schema?.Text("type") switch
        {
            null => "anything",
            "array" => "array of " + Of(schema.Mapping("items")),
            var known => known,
        };
        return schema?.Text("format") is { } format ? $"{type} ({format})" : type;
    }
}

/// <summary>A media type of a body or a response.</summary>
internal sealed record MediaType(string Name, ContractMapping? Schema)
{
    public static IEnumerable<MediaType> AllOf(ContractMapping? body) =>
        from member in body?.MembersOf("content") ?? []
        where member.Value is ContractMapping
        select new MediaType(member.Key, ((ContractMapping)member.Value).Mapping("schema"));
}

/// <summary>What values may be: narrower breaks who sends, wider breaks nobody.</summary>
internal static class Bounds
{
    private static readonly string[] _lower = ["minimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] _upper = ["maximum", "maxLength", "maxItems", "maxProperties"];
    private static readonly string[] _other = ["pattern", "multipleOf", "uniqueItems", "exclusiveMinimum", "exclusiveMaximum"];

    public static void Compare(string owner, ContractMapping? before, ContractMapping? after, bool isSent, Changes changes)
    {
        foreach (var key in (string[])[.. _lower, .. _upper, .. _other])
        {
            var (was, now) = (before?.Text(key), after?.Text(key));
            if (was != now)
            {
                var older = was is null ? "" : $", was {was}";
                changes.BreakingIf(isSent && IsNarrower(key, was, now), $"{owner} has the {key} {now ?? "no longer"}{older}");
            }
        }
    }

    private static bool IsNarrower(string key, string? was, string? now) =>
        _lower.Contains(key) ? Number(now, decimal.MinValue) > Number(was, decimal.MinValue)
        : _upper.Contains(key) ? Number(now, decimal.MaxValue) < Number(was, decimal.MaxValue)
        : now is not null;

    private static decimal Number(string? text, decimal otherwise) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
