namespace Contacts.Cli.Output;

/// <summary>Decides which columns there is room for, and how wide they are.</summary>
internal static class TableLayout
{
    public const int Gap = 2;

    /// <summary>With fewer columns than this, a block of lines per item is more useful.</summary>
    private const int Least = 3;

    /// <param name="wanted">The preferred width of each column.</param>
    /// <param name="least">The smallest width of each column.</param>
    /// <param name="room">The width of the terminal; null for no limit.</param>
    /// <returns>The widths of the columns that fit, from the first one on; empty if too few fit.</returns>
    public static int[] Fit(IReadOnlyList<int> wanted, IReadOnlyList<int> least, int? room)
    {
        if (room is null)
        {
            return [.. wanted];
        }

        for (var count = wanted.Count; count >= Math.Min(Least, wanted.Count); count--)
        {
            if (TryFit(wanted.Take(count).ToArray(), least, room.Value) is { } widths)
            {
                return widths;
            }
        }

        return [];
    }

    private static int[]? TryFit(int[] widths, IReadOnlyList<int> least, int room)
    {
        var excess = widths.Sum() + (Gap * (widths.Length - 1)) - room;
        for (; excess > 0; excess--)
        {
            var widest = -1;
            for (var index = 0; index < widths.Length; index++)
            {
                if (widths[index] > least[index] && (widest < 0 || widths[index] > widths[widest]))
                {
                    widest = index;
                }
            }

            if (widest < 0)
            {
                return null;
            }

            widths[widest]--;
        }

        return widths;
    }
}
