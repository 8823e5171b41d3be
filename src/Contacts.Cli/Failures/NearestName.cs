namespace Contacts.Cli.Failures;

/// <summary>Finds the name that was probably meant, for "did you mean".</summary>
internal static class NearestName
{
    /// <returns>The name with the fewest letters to change; null if that would be more than a third of what was given, and two.</returns>
    public static string? Of(string given, IEnumerable<string> names)
    {
        var nearest = names.Select(name => (Name: name, Distance: Distance(given, name))).OrderBy(static pair => pair.Distance).FirstOrDefault();
        return nearest.Name is not null && nearest.Distance <= Math.Max(2, given.Length / 3) ? nearest.Name : null;
    }

    private static int Distance(string first, string second)
    {
        var previous = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var row = 1; row <= first.Length; row++)
        {
            var current = new int[second.Length + 1];
            current[0] = row;
            for (var column = 1; column <= second.Length; column++)
            {
                var change = char.ToUpperInvariant(first[row - 1]) == char.ToUpperInvariant(second[column - 1]) ? 0 : 1;
                current[column] = Math.Min(Math.Min(current[column - 1], previous[column]) + 1, previous[column - 1] + change);
            }

            previous = current;
        }

        return previous[second.Length];
    }
}
