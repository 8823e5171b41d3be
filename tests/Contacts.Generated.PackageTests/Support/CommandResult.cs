using System.Text.RegularExpressions;

namespace Contacts.Generated.PackageTests;

/// <summary>How a program ended, and what it said on both its outputs.</summary>
internal sealed partial record CommandResult(string Command, int ExitCode, string Output)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The errors, each once; MSBuild repeats them in its summary.</summary>
    public IReadOnlyList<string> Errors => [.. Lines.Where(line => ErrorLine().IsMatch(line)).Select(line => line.Trim()).Distinct()];

    public CommandResult ShouldSucceed()
    {
        ExitCode.Should().Be(0, "'{0}' should succeed; it said:\n{1}", Command, Output.Replace("{", "{{", StringComparison.Ordinal)
            .Replace("}", "}}", StringComparison.Ordinal));
        return this;
    }

    [GeneratedRegex(@"(^|[\s:)])error\b( [A-Z]+\d+)?\s*:", RegexOptions.CultureInvariant)]
    private static partial Regex ErrorLine();
}
