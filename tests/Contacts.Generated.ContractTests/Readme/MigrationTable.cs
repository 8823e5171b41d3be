namespace Contacts.Generated.ContractTests.Readme;

/// <summary>The README's table for those who come from another SDK: each row's last cell is C#.</summary>
internal static class MigrationTable
{
    /// <summary>The C# of each row, in order.</summary>
    public static IReadOnlyList<string> Code { get; } =
    [
        .. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "README.md"))
            .SkipWhile(line => line != "## Coming from TypeScript or Python")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.EndsWith("` |", StringComparison.Ordinal))
            .Select(line => line.Split(" | `")[^1][..^"` |".Length]),
    ];
}
