using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>What values may be: narrower breaks who sends, wider breaks nobody.</summary>
public static class BoundsComparer
{
    private static readonly string[] _lower = ["minimum", "minLength", "minItems", "minProperties"];
    private static readonly string[] _upper = ["maximum", "maxLength", "maxItems", "maxProperties"];
    private static readonly string[] _other = ["pattern", "multipleOf", "uniqueItems", "exclusiveMinimum", "exclusiveMaximum"];

    public static void Compare(string owner, ContractMapping before, ContractMapping after, bool isSent, Changes changes)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var key in _lower)
        {
            CompareBound(key, isNarrower: static (older, newer) => newer > older, noBound: decimal.MinValue);
        }

        foreach (var key in _upper)
        {
            CompareBound(key, isNarrower: static (older, newer) => newer < older, noBound: decimal.MaxValue);
        }

        foreach (var key in _other)
        {
            if (before.Text(key) != after.Text(key))
            {
                changes.Add(isSent && after.Text(key) is not null ? ChangeKind.Breaking : ChangeKind.Addition, Sentence(key), csharp: null);
            }
        }

        void CompareBound(string key, Func<decimal, decimal, bool> isNarrower, decimal noBound)
        {
            if (before.Text(key) != after.Text(key))
            {
                var narrower = isNarrower(Number(before, key, noBound), Number(after, key, noBound));
                changes.Add(isSent && narrower ? ChangeKind.Breaking : ChangeKind.Addition, Sentence(key), csharp: null);
            }
        }

        string Sentence(string key) => $"{owner} has the {key} {after.Text(key) ?? "no longer"}{(before.Text(key) is { } was ? $", was {was}" : "")}";
    }

    private static decimal Number(ContractMapping schema, string key, decimal otherwise) =>
        decimal.TryParse(schema.Text(key), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
