namespace Contacts.Generated.Testing;

/// <summary>The name that was most likely meant: the one that takes the fewest single-character changes, case aside.</summary>
internal static class NearestName
{
    public static string Of(string name, IReadOnlyList<string> names) => names.MinBy(candidate => Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant()))!;

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var changed = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
