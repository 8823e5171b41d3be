namespace Contacts.ContractTool;

/// <summary>A place where a rule is broken, and the sentence that says how and what to do.</summary>
internal readonly record struct Problem(Position Position, string Message);

/// <summary>A rule that looks at a contract that could be read.</summary>
internal sealed record ContractRule(string Code, string Summary, Func<Contract, IEnumerable<Problem>> Check) : Rule(Code, Summary);

/// <summary>All rules, in the order of their codes.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<ContractRule> ContractRules { get; } =
    [
        .. new[]
        {
            DocumentRules.All, OperationRules.All, ParameterRules.All, SchemaRules.All, BodyRules.All, DocumentationRules.All,
            NameRules.All, ExtensionRules.All,
        }.SelectMany(static group => group).OrderBy(static rule => rule.Code, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<Rule> All { get; } = [.. ReadingRules.All, .. ContractRules];
}

/// <summary>Finds what stands more than once.</summary>
internal static class Repetition
{
    /// <summary>Each item whose key an earlier one has, with the first that has it.</summary>
    public static IEnumerable<(T Item, T First)> Repeated<T, TKey>(
        this IEnumerable<T> items, Func<T, TKey> key, IEqualityComparer<TKey>? comparer = null)
        where TKey : notnull
    {
        var seen = new Dictionary<TKey, T>(comparer);
        foreach (var item in items)
        {
            if (!seen.TryAdd(key(item), item))
            {
                yield return (item, seen[key(item)]);
            }
        }
    }
}
