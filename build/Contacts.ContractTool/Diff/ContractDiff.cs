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
internal sealed record ContractDiff(Version Before, Version After, IReadOnlyList<Change> Changes)
{
    /// <summary>The largest of the changes; null if there is none.</summary>
    public ChangeKind? Largest => Changes.Count == 0 ? null : Changes.Max(static change => change.Kind);

    /// <summary>The lowest version that the newer contract may have.</summary>
    public Version Required => Before.Next(Largest);

    public bool IsVersionEnough => After >= Required;
}

/// <summary>Versions by the rules of SemVer 2.0; what follows a hyphen or a plus is not compared.</summary>
internal static class SemanticVersion
{
    /// <summary>Null if the text is no version of three numbers.</summary>
    public static Version? Parse(string? text) =>
        Version.TryParse(text?.Split('-', '+')[0], out var version) && version is { Build: >= 0, Revision: < 0 } ? version : null;

    /// <summary>The lowest version that may carry such a change. Before 1.0.0 a break takes a new minor version.</summary>
    public static Version Next(this Version version, ChangeKind? change) => (change, version.Major) switch
    {
        (null, _) => version,
        (ChangeKind.Breaking, > 0) => new Version(version.Major + 1, 0, 0),
        (ChangeKind.Breaking, _) or (ChangeKind.Addition, > 0) => new Version(version.Major, version.Minor + 1, 0),
        _ => new Version(version.Major, version.Minor, version.Build + 1),
    };
}

/// <summary>Collects what the comparers find, in the order of the contract.</summary>
internal sealed class Changes
{
    private readonly List<Change> _all = [];

    public IReadOnlyList<Change> All => _all;

    public void Breaking(string api, string? csharp = null) => BreakingIf(true, api, csharp);

    public void Addition(string api, string? csharp = null) => BreakingIf(false, api, csharp);

    public void BreakingIf(bool breaks, string api, string? csharp = null) =>
        _all.Add(new Change(breaks ? ChangeKind.Breaking : ChangeKind.Addition, api, csharp));

    /// <summary>
    /// Notes it when the words under a key differ: editors show them, so they are part of what is shipped. So are the words for C# callers,
    /// and where a fact comes from.
    /// </summary>
    public void Words(string owner, ContractMapping? before, ContractMapping? after, params string[] keys) =>
        _all.AddRange(
            from key in keys.Concat(["x-provenance", "x-csharp-remarks", "x-csharp-example"])
            where before?.Text(key) != after?.Text(key)
            select new Change(ChangeKind.Text, $"the {key} of {owner} says something else", CSharp: null));

    /// <summary>Notes it when something is newly deprecated.</summary>
    public void Deprecation(string owner, ContractMapping before, ContractMapping after, string? csharp = null)
    {
        if (!before.Flag("deprecated") && after.Flag("deprecated"))
        {
            Addition($"{owner} is deprecated", csharp);
        }
    }

    /// <summary>Pairs what has one key in both contracts; what is new comes after all that the older one has.</summary>
    public static void Compare<T, TKey>(
        IEnumerable<T> before, IEnumerable<T> after, Func<T, TKey> key, Action<T> gone, Action<T> added, Action<T, T>? both = null)
        where TKey : notnull
    {
        var newer = after.DistinctBy(key).ToDictionary(key);
        foreach (var item in before.DistinctBy(key))
        {
            if (!newer.Remove(key(item), out var same))
            {
                gone(item);
            }
            else
            {
                both?.Invoke(item, same);
            }
        }

        foreach (var item in after.DistinctBy(key).Where(item => newer.ContainsKey(key(item))))
        {
            added(item);
        }
    }
}
