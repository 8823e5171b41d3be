namespace Contacts.ContractTool;

/// <summary>Prints what a reviewer reads: what breaks first, and in the end the version.</summary>
internal static class DiffReport
{
    /// <param name="output">Where to print it.</param>
    /// <param name="before">The older contract's file.</param>
    /// <param name="after">The newer contract's file.</param>
    /// <param name="diff">What is different.</param>
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
        if (diff.Count(kind) == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(title);
        foreach (var change in diff.Changes.Where(change => change.Kind == kind))
        {
            output.WriteLine($"  {change.Api}");
            if (change.CSharp is { } csharp)
            {
                output.WriteLine($"    C#: {csharp}");
            }
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

        var counts = $"Breaking: {diff.Count(ChangeKind.Breaking)}, additions: {diff.Count(ChangeKind.Addition)}, "
            + $"words only: {diff.Count(ChangeKind.Text)}. SemVer asks for {diff.Required}";
        return diff.IsVersionEnough
            ? $"{counts}, and info.version is {diff.After}."
            : $"{counts}, but info.version is {diff.After}: raise it in {after}.";
    }
}
