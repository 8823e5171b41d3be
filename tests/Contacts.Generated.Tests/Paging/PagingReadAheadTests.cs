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
    public async Task After_two_whole_pages_there_is_one_more_in_flight_with_each_page_up_to_the_maximum()
    {
        var server = new ManualServer(200);
        await using var pages = server.List(10, 4).AsPages().GetAsyncEnumerator();
        var inFlight = new List<int>();
        for (var page = 0; page < 7; page++)
        {
            var next = pages.MoveNextAsync();
            inFlight.Add(server.InFlight.Count());
            server.Answer(server.InFlight.First());
            await next;
        }

        inFlight.Should().Equal(1, 1, 2, 3, 4, 4, 4);
        server.Skips.Should().Equal(Enumerable.Range(0, 10).Select(page => page * 9));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task Whoever_stops_within_the_first_page_has_paid_for_one_request(int items)
    {
        var server = new ScriptedServer(1_000);
        var read = 0;
        await foreach (var _ in server.List(new() { PageSize = 10 }))
        {
            if (++read == items)
            {
                break;
            }
        }

        server.Skips.Should().Equal(0);
    }

    [Fact]
    public async Task A_slow_reader_holds_no_more_pages_than_allowed()
    {
        var server = new ManualServer(200);
        await using var pages = await server.ReadAtFullSpeed(10, 3);
        server.InFlight.Should().Equal(36, 45);

        server.Answer(36);
        server.Answer(45);

        server.Skips.Should().HaveCount(6, "one page is with the reader, two wait: there is no free slot");
        (await pages.MoveNextAsync()).Should().BeTrue();
        server.InFlight.Should().Equal(54);
    }

    [Fact]
    public async Task Pages_come_in_order_whatever_the_order_of_the_answers()
    {
        var server = new ManualServer(200);
        await using var pages = await server.ReadAtFullSpeed(10, 3);

        var next = pages.MoveNextAsync();
        server.Answer(54);
        server.Answer(45);
        next.IsCompleted.Should().BeFalse();
        server.Answer(36);

        (await next).Should().BeTrue();
        pages.Current.Data.Should().Equal(server.Items.Skip(37).Take(9));
        await pages.MoveNextAsync();
        pages.Current.Data[0].Should().Be("con_46");
    }

    [Fact]
    public async Task Nothing_is_asked_for_past_a_known_end()
    {
        var server = new ManualServer(46);
        await using var pages = server.List(10, 8).AsPages().GetAsyncEnumerator();
        for (var page = 0; page < 5; page++)
        {
            await server.Next(pages);
        }

        server.Skips.Should().Equal(0, 9, 18, 27, 36);
        (await pages.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task Without_a_total_the_end_cancels_what_was_asked_for_past_it()
    {
        var server = new ManualServer(46) { TellsTotal = false };
        await using var pages = await server.ReadAtFullSpeed(10, 3);

        await server.Next(pages);

        server.Cancelled.Should().BeEquivalentTo([45, 54]);
        (await pages.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_failure_of_a_page_that_is_not_needed_is_no_failure()
    {
        var server = new ManualServer(46) { TellsTotal = false };
        await using var pages = await server.ReadAtFullSpeed(10, 3);

        server.Fail(45, new ContactsServerException());
        await server.Next(pages);

        (await pages.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_failure_surfaces_after_the_pages_before_it()
    {
        var server = new ManualServer(200);
        await using var pages = await server.ReadAtFullSpeed(10, 3);
        server.Fail(45, new ContactsServerException());

        await server.Next(pages);

        await pages.Invoking(p => p.MoveNextAsync().AsTask()).Should().ThrowAsync<ContactsServerException>();
        server.InFlight.Should().BeEmpty();
        (await pages.MoveNextAsync()).Should().BeFalse();
    }

    [Fact]
    public async Task A_limit_that_is_cut_is_planned_for()
    {
        var server = new ManualServer(100) { Cap = 6 };
        await using var pages = await server.ReadAtFullSpeed(10, 3);

        server.Skips.Should().Equal(0, 5, 10, 15, 20, 25);
    }

    [Fact]
    public async Task A_limit_that_is_cut_midway_is_planned_for_anew()
    {
        var server = new ManualServer(200);
        await using var pages = await server.ReadAtFullSpeed(10, 3);
        server.Cap = 6;
        await server.Next(pages);

        var short1 = pages.MoveNextAsync();
        server.Cancelled.Should().BeEquivalentTo([45, 54]);
        server.InFlight.Should().Equal([41], "one short page may be chance");
        server.Answer(41);
        await short1;
        var short2 = pages.MoveNextAsync();

        server.InFlight.Should().Equal([46, 51, 56], "two of the same length are a limit");
        server.Answer(46);
        await short2;
    }

    [Fact]
    public async Task A_page_that_does_not_go_on_is_fetched_again_and_the_later_ones_dropped()
    {
        var server = new ManualServer(200);
        await using var pages = await server.ReadAtFullSpeed(10, 3);
        var next = pages.MoveNextAsync();
        server.InFlight.Should().Equal(36, 45, 54);
        server.Items.RemoveAt(0);

        server.Answer(36);

        server.Cancelled.Should().BeEquivalentTo([45, 54]);
        server.InFlight.Should().Equal(34);
        server.Answer(34);
        await next;
        pages.Current.Data[0].Should().Be("con_37");
    }

    [Fact]
    public async Task A_fetcher_that_throws_at_once_fails_in_its_turn()
    {
        var list = new PagedList<string>(
            static (skip, limit, _) => skip == 9
                ? throw new ContactsConnectionException()
                : Task.FromResult(new PageResponse<string>([.. Enumerable.Range(skip, limit).Select(i => "con_" + i)], true, 1_000, false)),
            static id => id, null, ModelRun.Scope, PagingReads.NoPauses,
            new ContactsPagingOptions { PageSize = 10, MaxPagesInFlight = 4 }, default);
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
}
