using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Contacts.Generated.ContractTests;

/// <summary>The keywords of a schema that speak of texts and numbers.</summary>
internal static class ScalarRules
{
    private static readonly Regex _dateTime = new(
        @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static void Check(string keyword, ContractNode rule, ContractNode schema, JsonElement value, string pointer, Findings findings)
    {
        if (Complaint(keyword, rule, schema, value) is { } complaint)
        {
            findings.Add(pointer, rule.Pointer, complaint);
        }
    }

    private static string? Complaint(string keyword, ContractNode rule, ContractNode schema, JsonElement value) => (keyword, value.ValueKind) switch
    {
        ("enum", _) => IsKnown(rule, value) || schema.Flag("x-open-enum") ? null : "is none of the values that the schema lists.",
        ("minimum", JsonValueKind.Number) => value.GetDecimal() < Number(rule) ? $"is below {rule.Value}." : null,
        ("maximum", JsonValueKind.Number) => value.GetDecimal() > Number(rule) ? $"is above {rule.Value}." : null,
        ("format", JsonValueKind.Number) => HasFormat(rule, value) ? null : $"is no {rule.Value}.",
        ("format", JsonValueKind.String) => HasFormat(rule, value.GetString()!) ? null : $"is no {rule.Value}.",
        ("minLength", JsonValueKind.String) => Length(value) < Number(rule) ? $"is shorter than {rule.Value}." : null,
        ("maxLength", JsonValueKind.String) => Length(value) > Number(rule) ? $"is longer than {rule.Value}." : null,
        ("pattern", JsonValueKind.String) => Matches(rule, value) ? null : $"does not match {rule.Value}.",
        _ => null,
    };

    private static bool IsKnown(ContractNode rule, JsonElement value) =>
        rule.Items.Any(item => JsonNode.DeepEquals(item.Value, JsonNode.Parse(value.GetRawText())));

    private static decimal Number(ContractNode rule) => decimal.Parse(rule.Value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>JSON Schema counts characters, not the halves of surrogate pairs.</summary>
    private static int Length(JsonElement value) => value.GetString()!.EnumerateRunes().Count();

    private static bool Matches(ContractNode rule, JsonElement value) =>
        Regex.IsMatch(value.GetString()!, rule.Value!.GetValue<string>(), RegexOptions.ECMAScript, TimeSpan.FromSeconds(1));

    private static bool HasFormat(ContractNode rule, JsonElement value) => rule.Value!.GetValue<string>() switch
    {
        "int32" => value.TryGetInt32(out _),
        "int64" => value.TryGetInt64(out _),
        var format => throw Unknown(format, rule),
    };

    private static bool HasFormat(ContractNode rule, string text) => rule.Value!.GetValue<string>() switch
    {
        "date-time" => _dateTime.IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "binary" => true,
        var format => throw Unknown(format, rule),
    };

    private static NotSupportedException Unknown(string format, ContractNode rule) =>
        new($"The contract uses the format \"{format}\" at {rule.Pointer}, which the validator does not know. Teach it.");
}
