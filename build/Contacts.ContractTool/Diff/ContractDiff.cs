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
/// <param name="Text">What it is, in the words of the API or of C#.</param>
/// <param name="Of">Whether users of the API see it or those of the C# client, and at which time.</param>
internal sealed record Change(ChangeKind Kind, string Text, ChangeOf Of = ChangeOf.Api);

/// <summary>Who sees a change, and when.</summary>
[Flags]
internal enum ChangeOf
{
    /// <summary>Whoever talks to the service, in any language.</summary>
    Api = 0,

    /// <summary>Users of the C# client, when they compile their source with it.</summary>
    Source = 1,

    /// <summary>Users of the C# client whose programs were compiled with the older one.</summary>
    Binary = 2,

    /// <summary>Users of the C# client, whether they compile or not.</summary>
    SourceAndBinary = Source | Binary,

    /// <summary>Users of the C# client, whose code compiles and runs, and does something else.</summary>
    Meaning = 4,
}

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

/// <summary>Collects what the comparers find, in the order of the contract. What is found twice is told once, at its worst.</summary>
internal sealed class Changes
{
    private readonly OrderedDictionary<string, ChangeKind> _all = new(StringComparer.Ordinal);

    public IReadOnlyList<Change> All => [.. _all.Select(static one => new Change(one.Value, one.Key))];

    public void Breaking(string text) => Add(ChangeKind.Breaking, text);

    public void Addition(string text) => Add(ChangeKind.Addition, text);

    public void Words(string text) => Add(ChangeKind.Text, text);

    public void BreakingIf(bool breaks, string text) => Add(breaks ? ChangeKind.Breaking : ChangeKind.Addition, text);

    /// <summary>
    /// Notes it when the words under a key differ: editors show them, so they are part of what is shipped. So are the words for C# callers,
    /// and where a fact comes from.
    /// </summary>
    public void Words(string owner, ContractMapping? before, ContractMapping? after, params string[] keys)
    {
        foreach (var key in keys.Concat(["x-provenance", "x-csharp-remarks", "x-csharp-example"]))
        {
            if (before?.Text(key) != after?.Text(key))
            {
                Words($"the {key} of {owner} says something else");
            }
        }
    }

    /// <summary>Notes it when something is newly deprecated.</summary>
    public void Deprecation(string owner, ContractMapping before, ContractMapping after)
    {
        if (before.Flag("deprecated") != after.Flag("deprecated"))
        {
            Addition($"{owner} is {(after.Flag("deprecated") ? "" : "no longer ")}deprecated");
        }
    }

    private void Add(ChangeKind kind, string text) =>
        _all[text] = _all.TryGetValue(text, out var known) && known > kind ? known : kind;

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
