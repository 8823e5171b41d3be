namespace Contacts.ContractTool;

/// <summary>A rule that checks a contract once it has been read.</summary>
internal sealed record ContractRule(string Code, string Summary, Severity Severity, Func<Contract, IEnumerable<Problem>> Check)
    : Rule(Code, Summary, Severity)
{
    public ContractRule(string code, string summary, Func<Contract, IEnumerable<Problem>> check)
        : this(code, summary, Severity.Error, check)
    {
    }
}

/// <summary>All rules, in the order of their codes.</summary>
internal static class RuleBook
{
    public static IReadOnlyList<ContractRule> ContractRules { get; } =
    [
        .. DocumentRules.All.Concat(OperationRules.All).Concat(ParameterRules.All).Concat(SchemaRules.All).Concat(BodyRules.All)
            .Concat(DocumentationRules.All).Concat(NameRules.All).Concat(ExtensionRules.All)
            .OrderBy(static rule => rule.Code, StringComparer.Ordinal),
    ];

    public static IReadOnlyList<Rule> All { get; } =
        [.. ContractReader.Rules, DocumentRules.Version, .. ContractRules, .. ContractNormalizer.Rules];
}

/// <summary>An item, and the first item with the same key.</summary>
internal sealed record Repetition<T>(T Item, T First);

/// <summary>Finds items that share a key.</summary>
internal static class Repetitions
{
    public static IEnumerable<Repetition<T>> Repeated<T, TKey>(
        this IEnumerable<T> items, Func<T, TKey> key, IEqualityComparer<TKey>? comparer = null) =>
        from same in items.GroupBy(key, comparer)
        let first = same.First()
        from item in same.Skip(1)
        select new Repetition<T>(item, first);
}
