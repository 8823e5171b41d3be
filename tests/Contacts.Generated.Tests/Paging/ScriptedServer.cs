namespace Contacts.Generated.Tests;

/// <summary>A list server that answers at once, by a function of the request; the list is there to be changed by the test.</summary>
internal sealed class ScriptedServer(int count)
{
    public List<string?> Items { get; } = [.. Enumerable.Range(0, count).Select(i => "con_" + i)];

    public List<(int Skip, int Limit)> Requests { get; } = [];

    public IEnumerable<int> Skips => Requests.Select(request => request.Skip);

    public int Cap { get; set; } = int.MaxValue;

    /// <summary>By default has_more and the total tell the truth.</summary>
    public Func<int, int, IReadOnlyList<string?>, PageResponse<string?>>? Answer { get; set; }

    public PauseClock Pauses { get; init; } = PagingReads.NoPauses;

    public Action<int>? BeforeRequest { get; set; }

    public ContactsPageable<string?> List(
        ContactsPagingOptions? paging = null, int? skip = null, string scope = "", CancellationToken cancellationToken = default) =>
        new PagedList<string?>(
            FetchAsync, static id => id, skip, new PageScope("https://gateway.example", "org_example", "list", scope), Pauses, paging,
            cancellationToken);

    public IReadOnlyList<string?> Slice(int skip, int limit) =>
        Items.GetRange(Math.Min(skip, Items.Count), Math.Max(0, Math.Min(Math.Min(limit, Cap), Items.Count - skip)));

    private Task<PageResponse<string?>> FetchAsync(int skip, int limit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Add((skip, limit));
        BeforeRequest?.Invoke(Requests.Count);
        var items = Slice(skip, limit);
        return Task.FromResult(Answer?.Invoke(skip, limit, items) ?? new(items, skip + items.Count < Items.Count, Items.Count, false));
    }
}
