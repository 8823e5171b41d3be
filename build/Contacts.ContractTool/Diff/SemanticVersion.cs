using System.Globalization;

namespace Contacts.ContractTool;

/// <summary>A version by the rules of SemVer 2.0; what follows a hyphen or a plus is not compared.</summary>
internal sealed record SemanticVersion(int Major, int Minor, int Patch) : IComparable<SemanticVersion>
{
    /// <summary>Null if the text is no version of three numbers.</summary>
    public static SemanticVersion? Parse(string? text)
    {
        var parts = text?.Split('-', '+')[0].Split('.') ?? [];
        return parts.Length == 3 && Number(parts[0]) is { } major && Number(parts[1]) is { } minor && Number(parts[2]) is { } patch
            ? new SemanticVersion(major, minor, patch)
            : null;
    }

    /// <summary>The lowest version that may carry such a change. Before 1.0.0 a break takes a new minor version.</summary>
    public SemanticVersion Next(ChangeKind? change) => (change, Major) switch
    {
        (null, _) => this,
        (ChangeKind.Breaking, > 0) => new SemanticVersion(Major + 1, 0, 0),
        (ChangeKind.Breaking, _) or (ChangeKind.Addition, > 0) => new SemanticVersion(Major, Minor + 1, 0),
        _ => this with { Patch = Patch + 1 },
    };

    public int CompareTo(SemanticVersion? other) =>
        other is null ? 1 : (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
