namespace Contacts.Generated.Tests;

public class PagingReadAheadTests
{
    [Fact]
    public async Task One_page_in_flight_is_asked_for_only_when_it_is_wanted()
    {
        var server = new ManualServer(30);
        await using var pages = server.List(10, 1).AsPages().GetAsyncEnumerator();
        server.Skips.Should().BeEmpty();

        var first = pages.MoveNextAsync();
        server.Answer(0);
        (await first).Should().BeTrue();

        server.Skips.Should().Equal(0);
    }

    [Fact]
    public async Task The_first_page_goes_alone_and_then_as_many_as_allowed()
    {
        var server = new ManualServer(100);
        await using var pages = server.List(10, 3).AsPages().GetAsyncEnumerator();

        var first = pages.MoveNextAsync();
        server.InFlight.Should().Equal(0);
        server.Answer(0);
        await first;
        server.InFlight.Should().BeEmpty("nobody asked for a second page yet");

        var second = pages.MoveNextAsync();
        server.InFlight.Should().Equal(9, 18, 27);
        server.Answer(9);
        await second;
    }

    [Fact]
    public async Task A_slow_reader_holds_no_more_pages_than_allowed()
    {
        var server = new ManualServer(100);
        await using var pages = server.List(10, 3).AsPages().GetAsyncEnumerator();
        await Next(server, pages, 0);
        await Next(server, pages, 9);

        server.Answer(18);
        server.Answer(27);

        server.Skips.Should().Equal([0, 9, 18, 27], "one page is with the reader, two wait: there is no free slot");
        (await pages.MoveNextAsync()).Should().BeTrue();
        server.InFlight.Should().Equal(36);
    }

    [Fact]
    public async Task Pages_come_in_order_whatever_the_order_of_the_answers()
    {
        var server = new ManualServer(37);
        await using var pages = server.List(10, 4).AsPages().GetAsyncEnumerator();
        await Next(server, pages, 0);

        var second = pages.MoveNextAsync();
        server.Answer(27);
        server.Answer(18);
        second.IsCompleted.Should().BeFalse();
        server.Answer(9);

        (await second).Should().BeTrue();
        pages.Current.Data.Should().Equal(server.Items.Skip(10).Take(9));
        await pages.MoveNextAsync();
        pages.Current.Data[0].Should().Be("con_19");
    }

    [Fact]
    public async Task Nothing_is_asked_for_past_a_known_end()
    {
        var server = new ManualServer(19);
        await using var pages = server.List(10, 8).AsPages().GetAsyncEnumerator();
        await Next(server, pages, 0);

        await Next(server, pages, 9);

        server.Skips.Should().Equal(0, 9);
        (await pages.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Without_a_total_the_end_cancels_what_was_asked_for_past_it()
    {
        var server = new ManualServer(19) { TellsTotal = false };
        var pages = server.List(10, 3).AsPages().GetAsyncEnumerator();
        await Next(server, pages, 0);

        await Next(server, pages, 9);

        server.Cancelled.Should().BeEquivalentTo([18, 27]);
        (await pages.MoveNextAsync()).Should().BeFalse();
        await pages.DisposeAsync();
    }

    [Fact]
    public async Task A_failure_of_a_page_that_is_not_needed_is_no_failure()
    {
        var server = new ManualServer(19) { TellsTotal = false };
        await using var pages = server.List(10, 3).AsPages().GetAsyncEnumerator();
        await Next(server, pages, 0);

        var second = pages.MoveNextAsync();
        server.Fail(27, new ContactsServerException());
        server.Answer(9);

        (await second).Should().BeTrue();
        (await pages.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_failure_surfaces_after_the_pages_before_it()
    {
        var server = new ManualServer(100);
        await using var pages = server.List(10, 3).AsPages().GetAsyncEnumerator();
        await Next(server, pages, 0);
        var second = pages.MoveNextAsync();
        server.Fail(18, new ContactsServerException());
        second.IsCompleted.Should().BeFalse();

        server.Answer(9);
        (await second).Should().BeTrue();

        await pages.Invoking(p => p.MoveNextAsync().AsTask()).Should().ThrowAsync<ContactsServerException>();
        server.InFlight.Should().BeEmpty();
        (await pages.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_limit_that_is_cut_is_planned_for()
    {
        var server = new ManualServer(100) { Cap = 6 };
        await using var pages = server.List(10, 3).AsPages().GetAsyncEnumerator();
        await Next(server, pages, 0);

        await Next(server, pages, 5);

        server.Skips.Should().Equal(0, 5, 10, 15);
    }

    [Fact]
    public async Task A_limit_that_is_cut_midway_is_planned_for_anew()
    {
        var server = new ManualServer(100);
        await using var pages = server.List(10, 3).AsPages().GetAsyncEnumerator();
        await Next(server, pages, 0);
        server.Cap = 6;
        await Next(server, pages, 9);

        var third = pages.MoveNextAsync();
        server.Cancelled.Should().BeEquivalentTo([18, 27]);
        server.InFlight.Should().Equal([14], "one short page may be chance");
        server.Answer(14);
        await third;
        var fourth = pages.MoveNextAsync();

        server.InFlight.Should().Equal([19, 24, 29], "two of the same length are a limit");
        server.Answer(19);
        await fourth;
    }

    [Fact]
    public async Task A_page_that_does_not_go_on_is_fetched_again_and_the_later_ones_dropped()
    {
        var server = new ManualServer(100);
        await using var pages = server.List(10, 3).AsPages().GetAsyncEnumerator();
        await Next(server, pages, 0);
        var second = pages.MoveNextAsync();
        server.Items.RemoveAt(0);

        server.Answer(9);

        server.Cancelled.Should().BeEquivalentTo([18, 27]);
        server.InFlight.Should().Equal(7);
        server.Answer(7);
        await second;
        pages.Current.Data[0].Should().Be("con_10");
    }

    [Fact]
    public async Task After_a_429_the_rest_is_read_one_page_at_a_time()
    {
        var server = new ManualServer(100);
        await using var pages = server.List(10, 3).AsPages().GetAsyncEnumerator();
        await Next(server, pages, 0);
        var second = pages.MoveNextAsync();
        server.Answer(18, wasRateLimited: true);
        server.Answer(9);
        await second;

        (await pages.MoveNextAsync()).Should().BeTrue();
        server.InFlight.Should().Equal([27], "it was under way already");
        await Next(server, pages, 27);
        await Next(server, pages, 36);
        await Next(server, pages, 45);

        server.Skips.Should().Equal(0, 9, 18, 27, 36, 45);
    }

    [Fact]
    public async Task A_fetcher_that_throws_at_once_fails_in_its_turn()
    {
        var list = new PagedList<string>(
            static (skip, limit, _) => skip == 9
                ? throw new ContactsConnectionException()
                : Task.FromResult(new PageResponse<string>([.. Enumerable.Range(skip, limit).Select(i => "con_" + i)], true, 1_000, false)),
            static id => id, null, ModelRun.Scope, new ContactsPagingOptions { PageSize = 10, MaxPagesInFlight = 4 }, default);
        var given = 0;

        var reading = async () =>
        {
            await foreach (var _ in list)
            {
                given++;
            }
        };

        await reading.Should().ThrowAsync<ContactsConnectionException>();
        given.Should().Be(10);
    }

    [Fact]
    public async Task Within_a_page_the_next_item_is_there_at_once()
    {
        var server = new ManualServer(19);
        await using var items = server.List(10, 1).GetAsyncEnumerator();
        var first = items.MoveNextAsync();
        first.IsCompleted.Should().BeFalse();
        server.Answer(0);
        await first;

        for (var i = 1; i < 10; i++)
        {
            var within = items.MoveNextAsync();
            within.IsCompletedSuccessfully.Should().BeTrue();
            await within;
        }

        var next = items.MoveNextAsync();
        next.IsCompleted.Should().BeFalse();
        server.Answer(9);
        await next;
        items.Current.Should().Be("con_10");
    }

    private static async Task Next(ManualServer server, IAsyncEnumerator<ContactsPage<string>> pages, int skip)
    {
        var next = pages.MoveNextAsync();
        server.Answer(skip);
        (await next).Should().BeTrue();
    }
}
