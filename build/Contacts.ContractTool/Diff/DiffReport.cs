namespace Contacts.ContractTool;

/// <summary>Prints what a reviewer reads: what breaks first, and in the end the version.</summary>
internal static class DiffReport
{
    /// <summary>Prints the differences; the files are named as they are given here.</summary>
    public static void Write(TextWriter output, string before, string after, ContractDiff diff)
    {
        output.WriteLine($"{before} ({diff.Before}) -> {after} ({diff.After})");
        Write(output, diff, ChangeKind.Breaking, "Breaking");
        Write(output, diff, ChangeKind.Addition, "Additions");
        Write(output, diff, ChangeKind.Text, "Words only");
        output.WriteLine();
        output.WriteLine(Summary(after, diff));
    }

    private static void Write(TextWriter output, ContractDiff diff, ChangeKind kind, string title)
    {
        foreach (var (index, change) in diff.Changes.Where(change => change.Kind == kind).Index())
        {
            output.Write(index == 0 ? $"{output.NewLine}{title}{output.NewLine}" : "");
            output.WriteLine((change.Of, kind) switch
            {
                (ChangeOf.Api, _) => $"  {change.Text}",
                (ChangeOf.Source, ChangeKind.Breaking) => $"  C#: {change.Text} (breaks source; what is compiled still runs)",
                (ChangeOf.Binary, ChangeKind.Breaking) => $"  C#: {change.Text} (breaks what is compiled; source still compiles)",
                (ChangeOf.Meaning, _) => $"  C#: {change.Text} (compiles, and means something else)",
                _ => $"  C#: {change.Text}",
            });
        }
    }

    private static string Summary(string after, ContractDiff diff)
    {
        if (diff.Changes.Count == 0)
        {
            return diff.IsVersionEnough
                ? "Nothing changed."
                : $"Nothing changed, but info.version went back from {diff.Before} to {diff.After}: set it to {diff.Before} in {after}.";
        }

        var (breaking, additions, words) = (Count(ChangeKind.Breaking), Count(ChangeKind.Addition), Count(ChangeKind.Text));
        var verdict = diff.IsVersionEnough ? $"and info.version is {diff.After}" : $"but info.version is {diff.After}: raise it in {after}";
        return $"Breaking: {breaking}, additions: {additions}, words only: {words}. SemVer asks for {diff.Required}, {verdict}.";

        int Count(ChangeKind kind) => diff.Changes.Count(change => change.Kind == kind);
    }
}
