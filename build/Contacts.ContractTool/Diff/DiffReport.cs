namespace Contacts.ContractTool;

/// <summary>Prints what a reviewer reads: what breaks first, and in the end the version.</summary>
public static class DiffReport
{
    public static void Write(TextWriter output, DiffArguments files, ContractDiff diff)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(diff);
        output.WriteLine($"{files.Before} ({diff.Before}) -> {files.After} ({diff.After})");
        Write(output, diff, ChangeKind.Breaking, "Breaking");
        Write(output, diff, ChangeKind.Addition, "Additions");
        Write(output, diff, ChangeKind.Text, "Words only");
        output.WriteLine();
        output.WriteLine(Summary(files, diff));
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

    private static string Summary(DiffArguments files, ContractDiff diff)
    {
        if (diff.Changes.Count == 0)
        {
            return diff.IsVersionEnough
                ? "Nothing changed."
                : $"Nothing changed, but info.version went back from {diff.Before} to {diff.After}: set it to {diff.Before} in {files.After}.";
        }

        var asks = $"Breaking: {diff.Count(ChangeKind.Breaking)}, additions: {diff.Count(ChangeKind.Addition)}, words only: {diff.Count(ChangeKind.Text)}. SemVer asks for {diff.Required}";
        return diff.IsVersionEnough
            ? $"{asks}, and info.version is {diff.After}."
            : $"{asks}, but info.version is {diff.After}: raise it in {files.After}.";
    }
}
