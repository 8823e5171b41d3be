namespace Contacts.Generated.Tests;

/// <summary>Reads a model server's list to its end, answering requests one by one while the reader waits.</summary>
internal sealed class ModelRun
{
    public static PageScope Scope { get; } = new("https://gateway.example", "org_example", "list", "");

    /// <summary>More than any list of these tests can need; a run that gets here does not end.</summary>
    private const int TooManyRequests = 3_000;

    public List<List<string>> Pages { get; } = [];

    public List<string?> Continuations { get; } = [];

    public List<string> Names => [.. Pages.SelectMany(page => page)];

    public Exception? Failure { get; private set; }

    public static ContactsPageable<ModelItem> Pageable(ModelServer server, ModelRules rules, string? continuation = null) =>
        new PagedList<ModelItem>(
            server.FetchAsync, static item => item.Id, continuation is null && rules.Skip > 0 ? rules.Skip : null, Scope,
            PagingReads.NoPauses,
            new ContactsPagingOptions { PageSize = rules.PageSize, MaxPagesInFlight = rules.MaxPagesInFlight, Continuation = continuation },
            default);

    public static ModelRun Read(ModelServer server, ModelRules rules, string? continuation = null, int maxPages = int.MaxValue)
    {
        // With a context on the thread, a continuation would be sent elsewhere; without one it runs where the answer is given.
        SynchronizationContext.SetSynchronizationContext(null);
        var run = new ModelRun();
        var pages = Pageable(server, rules, continuation).AsPages().GetAsyncEnumerator();
        try
        {
            while (run.Pages.Count < maxPages && Wait(server, pages.MoveNextAsync()))
            {
                run.Pages.Add([.. pages.Current.Data.Select(item => item.Name)]);
                run.Continuations.Add(pages.Current.Continuation);
                server.Received(pages.Current.Data);
            }
        }
        catch (ContactsException exception)
        {
            run.Failure = exception;
        }

        Wait(server, pages.DisposeAsync());
        server.InFlight.Should().Be(0, "nothing is left under way");
        return run;
    }

    public static T Wait<T>(ModelServer server, ValueTask<T> task)
    {
        while (!task.IsCompleted)
        {
            server.InFlight.Should().BePositive("whoever waits must wait for an answer");
            server.Requests.Count.Should().BeLessThan(TooManyRequests, "the reading ends");
            server.AnswerOne();
        }

        return task.GetAwaiter().GetResult();
    }

    private static void Wait(ModelServer server, ValueTask task)
    {
        while (!task.IsCompleted)
        {
            server.AnswerOne();
        }

        task.GetAwaiter().GetResult();
    }
}
