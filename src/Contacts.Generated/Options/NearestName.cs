namespace Contacts.Generated;

/// <summary>
/// Finds the name that was probably meant: one that contains what was given, or else the one with the fewest letters to change.
/// </summary>
internal static class NearestName
{
    /// <returns>The name; null if all differ in more than <paramref name="farthest"/> letters.</returns>
    public static string? Of(string given, IEnumerable<string> names, int farthest = int.MaxValue)
    {
        string? nearest = null;
        var least = int.MaxValue;
        foreach (var name in names)
        {
            var distance = IsPart(given, name) ? 0 : Distance(given.ToUpperInvariant(), name.ToUpperInvariant());
            if (distance < least)
            {
                (nearest, least) = (name, distance);
            }
        }

        return least <= farthest ? nearest : null;
    }

    private static bool IsPart(string given, string name) =>
        given.Length > 2 && name.AsSpan().IndexOf(given.AsSpan(), StringComparison.OrdinalIgnoreCase) >= 0;

    private static int Distance(string first, string second)
    {
        var previous = new int[second.Length + 1];
        var current = new int[second.Length + 1];
        for (var column = 0; column <= second.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= first.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= second.Length; column++)
            {
                var change = first[row - 1] == second[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + change);
            }

            (previous, current) = (current, previous);
        }

        return previous[second.Length];
    }
}
