namespace Contacts.ContractTool;

/// <summary>Finds the word that an author probably meant.</summary>
internal static class Spelling
{
    /// <summary>The nearest of the known words.</summary>
    public static string Nearest(string word, IEnumerable<string> known) =>
        known.OrderBy(candidate => Distance(word, candidate)).ThenBy(static candidate => candidate, StringComparer.Ordinal).First();

    /// <summary>How many letters must be inserted, removed or replaced.</summary>
    public static int Distance(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var line = 1; line <= from.Length; line++)
        {
            var diagonal = row[0];
            row[0] = line;
            for (var column = 1; column < row.Length; column++)
            {
                var replaced = diagonal + (from[line - 1] == to[column - 1] ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.Min(replaced, Math.Min(row[column], row[column - 1]) + 1);
            }
        }

        return row[^1];
    }
}
