namespace Contacts.ContractTool;

/// <summary>The differences between two contracts, and the version that they ask for.</summary>
public sealed record ContractDiff(SemanticVersion Before, SemanticVersion After, IReadOnlyList<Change> Changes)
{
    /// <summary>The largest of the changes; null if there is none.</summary>
    public ChangeKind? Largest => Changes.Count == 0 ? null : Changes.Max(static change => change.Kind);

    /// <summary>The lowest version that the newer contract may have.</summary>
    public SemanticVersion Required => Before.Next(Largest);

    public bool IsVersionEnough => After >= Required;

    public int Count(ChangeKind kind) => Changes.Count(change => change.Kind == kind);
}
