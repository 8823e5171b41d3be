namespace Contacts.ContractTool;

/// <summary>How much a change asks of the users, from nothing to a new major version.</summary>
public enum ChangeKind
{
    /// <summary>Words only.</summary>
    Text,

    /// <summary>Something more; what was compiled before still compiles and means the same.</summary>
    Addition,

    /// <summary>Somebody's code or somebody's requests stop working as they did.</summary>
    Breaking,
}

/// <summary>One difference between two contracts.</summary>
/// <param name="Kind">What it asks of the users.</param>
/// <param name="Api">What it is in terms of the API.</param>
/// <param name="CSharp">What it is in terms of the C# surface; null if the surface stays as it is.</param>
internal sealed record Change(ChangeKind Kind, string Api, string? CSharp);

/// <summary>The differences between two contracts, and the version that they ask for.</summary>
internal sealed record ContractDiff(SemanticVersion Before, SemanticVersion After, IReadOnlyList<Change> Changes)
{
    /// <summary>The largest of the changes; null if there is none.</summary>
    public ChangeKind? Largest => Changes.Count == 0 ? null : Changes.Max(static change => change.Kind);

    /// <summary>The lowest version that the newer contract may have.</summary>
    public SemanticVersion Required => Before.Next(Largest);

    public bool IsVersionEnough => After.CompareTo(Required) >= 0;

    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind);
}

/// <summary>Collects what the comparers find, in the order of the contract.</summary>
internal sealed class Changes
{
    private readonly List<Change> _all = [];

    public IReadOnlyList<Change> All => _all;

    public void Breaking(string api, string? csharp = null) => Add(ChangeKind.Breaking, api, csharp);

    public void Addition(string api, string? csharp = null) => Add(ChangeKind.Addition, api, csharp);

    public void BreakingIf(bool breaks, string api, string? csharp = null) =>
        Add(breaks ? ChangeKind.Breaking : ChangeKind.Addition, api, csharp);

    /// <summary>Notes it when the words under a key differ; editors show them, so they are part of what is shipped.</summary>
    public void Words(string owner, ContractMapping before, ContractMapping after, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (before.Text(key) != after.Text(key))
            {
                Add(ChangeKind.Text, $"the {key} of {owner} says something else", csharp: null);
            }
        }
    }

    private void Add(ChangeKind kind, string api, string? csharp) => _all.Add(new Change(kind, api, csharp));
}

/// <summary>Puts together what stands under one name in both contracts.</summary>
internal static class Pairs
{
    /// <summary>What the older contract has, in its order, with its counterpart or null; then what only the newer one has.</summary>
    public static IEnumerable<(T? Before, T? After)> Of<T, TKey>(IEnumerable<T> before, IEnumerable<T> after, Func<T, TKey> key)
        where T : class
        where TKey : notnull
    {
        var newer = after.DistinctBy(key).ToDictionary(key);
        var olderKeys = new HashSet<TKey>();
        foreach (var item in before.DistinctBy(key))
        {
            olderKeys.Add(key(item));
            yield return (item, newer.GetValueOrDefault(key(item)));
        }

        foreach (var (_, item) in newer.Where(one => !olderKeys.Contains(one.Key)))
        {
            yield return (null, item);
        }
    }
}
