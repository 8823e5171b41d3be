namespace Contacts.Generated.Tests;

internal static class PagingReads
{
    public static ContactsPagingOptions PagesOf(int size, int inFlight = 1) => new() { PageSize = size, MaxPagesInFlight = inFlight };

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
