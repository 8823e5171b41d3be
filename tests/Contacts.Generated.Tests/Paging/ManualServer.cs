namespace Contacts.Generated.Tests;

/// <summary>A list server whose every answer is given by the test, so that what is under way at each moment can be seen.</summary>
internal sealed class ManualServer(int count)
{
    private readonly Dictionary<int, TaskCompletionSource<PageResponse<string>>> _pending = [];

    public List<string> Items { get; } = [.. Enumerable.Range(0, count).Select(i => "con_" + i)];

    public List<int> Skips { get; } = [];

    public List<int> Cancelled { get; } = [];

    public IEnumerable<int> InFlight => _pending.Keys.Order();

    public int Cap { get; set; } = int.MaxValue;

    public bool TellsTotal { get; set; } = true;

    public TimeSpan MaxBlock { get; set; } = TimeSpan.FromMinutes(5);

    public PauseClock Pauses { get; init; } = PagingReads.NoPauses;

    public ContactsPageable<string> List(int pageSize, int inFlight, CancellationToken cancellationToken = default)
    {
        SynchronizationContext.SetSynchronizationContext(null);
        return new PagedList<string>(
            FetchAsync, static id => id, null, ModelRun.Scope, Pauses,
            new ContactsPagingOptions { PageSize = pageSize, MaxPagesInFlight = inFlight, MaxBlock = MaxBlock }, cancellationToken);
    }

    /// <summary>
    /// Reads the first pages, so many that the next one is asked for together with all others that are allowed to be in flight.
    /// </summary>
    public Task<IAsyncEnumerator<ContactsPage<string>>> ReadAtFullSpeed(int pageSize, int inFlight, CancellationToken token = default)
    {
        return ReadAsync(List(pageSize, inFlight, token).AsPages().GetAsyncEnumerator(CancellationToken.None));

        async Task<IAsyncEnumerator<ContactsPage<string>>> ReadAsync(IAsyncEnumerator<ContactsPage<string>> pages)
        {
            for (var page = 0; page < inFlight + 1; page++)
            {
                await Next(pages);
            }

            return pages;
        }
    }

    /// <summary>Reads the next page, which the server answers before all others.</summary>
    public async Task Next(IAsyncEnumerator<ContactsPage<string>> pages)
    {
        var next = pages.MoveNextAsync();
        if (!next.IsCompleted)
        {
            Answer(InFlight.First());
        }

        (await next).Should().BeTrue();
    }

    public void Answer(int skip, bool wasRateLimited = false)
    {
        var items = Items.GetRange(Math.Min(skip, Items.Count), Math.Max(0, Math.Min(Math.Min(10, Cap), Items.Count - skip)));
        Take(skip).SetResult(new(items, skip + items.Count < Items.Count, TellsTotal ? Items.Count : null, wasRateLimited));
    }

    public void Fail(int skip, Exception exception) => Take(skip).SetException(exception);

    private TaskCompletionSource<PageResponse<string>> Take(int skip)
    {
        var answer = _pending[skip];
        _pending.Remove(skip);
        return answer;
    }

    private Task<PageResponse<string>> FetchAsync(int skip, int limit, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<PageResponse<string>>();
        Skips.Add(skip);
        _pending.Add(skip, answer);
        cancellationToken.Register(() =>
        {
            if (_pending.Remove(skip))
            {
                Cancelled.Add(skip);
                answer.SetCanceled(cancellationToken);
            }
        });
        return answer.Task;
    }
}
