namespace Contacts.Generated.Tests;

internal static class PagingReads
{
    public static ContactsPagingOptions PagesOf(int size, int inFlight = 1) => new() { PageSize = size, MaxPagesInFlight = inFlight };

    /// <summary>For lists whose server never refuses, or whose pauses do not matter.</summary>
    public static PauseClock NoPauses { get; } = new(TimeProvider.System, static () => 1, static _ => TimeSpan.Zero);

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> source)
    {
        var items = new List<T>();
        await foreach (var item in source)
        {
            items.Add(item);
        }

        return items;
    }
}
