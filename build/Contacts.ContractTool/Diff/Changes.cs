namespace Contacts.ContractTool;

/// <summary>Collects what the comparers find, in the order of the contract.</summary>
public sealed class Changes
{
    private readonly List<Change> _all = [];

    public IReadOnlyList<Change> All => _all;

    public void Breaking(string api, string? csharp = null) => _all.Add(new Change(ChangeKind.Breaking, api, csharp));

    public void Addition(string api, string? csharp = null) => _all.Add(new Change(ChangeKind.Addition, api, csharp));

    public void Text(string api) => _all.Add(new Change(ChangeKind.Text, api, CSharp: null));

    public void Add(ChangeKind kind, string api, string? csharp) => _all.Add(new Change(kind, api, csharp));

    /// <summary>Notes it when the words under a key differ; editors show them, so they are part of what is shipped.</summary>
    public void Words(string owner, ContractMapping before, ContractMapping after, params string[] keys)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
        {
            if (before.Text(key) != after.Text(key))
            {
                Text($"the {key} of {owner} says something else");
            }
        }
    }
}
