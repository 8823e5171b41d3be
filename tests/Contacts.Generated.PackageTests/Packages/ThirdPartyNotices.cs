using System.Text.RegularExpressions;

namespace Contacts.Generated.PackageTests;

/// <summary>The list at the head of THIRD-PARTY-NOTICES.txt: licences, and under each the packages that have it.</summary>
internal sealed partial class ThirdPartyNotices
{
    private readonly List<(string Name, string Licence)> _entries = [];

    public ThirdPartyNotices(string text)
    {
        var licence = "";
        foreach (var line in text.Split("\n---")[0].Split('\n'))
        {
            if (Licence().Match(line) is { Success: true } heading)
            {
                licence = heading.Groups[1].Value;
            }
            else if (line.StartsWith("  ", StringComparison.Ordinal) && licence.Length > 0)
            {
                // Names stand before the wide gap, the holders of the copyright after it.
                _entries.AddRange(
                    Gap().Split(line[2..])[0].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(name => (name, licence)));
            }
        }
    }

    /// <summary>The licence that a package is listed under, by the entry that names it most closely.</summary>
    public string? LicenceOf(string package) => _entries
        .Where(entry => Names(entry.Name, package))
        .OrderByDescending(entry => entry.Name.TrimEnd('*').Length)
        .Select(entry => entry.Licence)
        .FirstOrDefault();

    /// <summary>The entries that name none of these packages.</summary>
    public IEnumerable<string> EntriesWithout(IReadOnlyCollection<string> packages) =>
        _entries.Select(entry => entry.Name).Where(name => !packages.Any(package => Names(name, package)));

    private static bool Names(string entry, string package) => entry.EndsWith('*')
        ? package.StartsWith(entry[..^1], StringComparison.Ordinal)
        : entry == package;

    [GeneratedRegex(@"^(MIT|BSD-\d-Clause|Apache-2\.0|MS-PL) \(")]
    private static partial Regex Licence();

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();
}
