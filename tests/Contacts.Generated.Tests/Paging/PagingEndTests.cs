using static Contacts.Generated.Tests.PagingReads;

namespace Contacts.Generated.Tests;

public class PagingEndTests
{
    [Theory]
    [InlineData(0, new[] { 0 })]
    [InlineData(1, new[] { 0 })]
    [InlineData(10, new[] { 0 })]
    [InlineData(19, new[] { 0, 9 })]
    [InlineData(20, new[] { 0, 9, 18 })]
    public async Task It_ends_where_the_server_says_so_without_one_more_request(int count, int[] skips)
    {
        var server = new ScriptedServer(count);

        (await server.List(PagesOf(10)).ToListAsync()).Should().Equal(server.Items);
        server.Skips.Should().Equal(skips);
    }

    [Fact]
    public async Task Where_the_server_says_nothing_it_ends_at_a_page_with_nothing_after_the_known_item()
    {
        var server = new ScriptedServer(25) { Answer = (_, _, items) => new(items, null, null, false) };

        (await server.List(PagesOf(10)).ToListAsync()).Should().Equal(server.Items);
        server.Skips.Should().Equal(0, 9, 18, 24);
    }

    [Fact]
    public async Task Has_more_once_too_often_costs_a_request_and_no_error()
    {
        var server = new ScriptedServer(19);
        server.Answer = (skip, limit, items) => new(items, server.Items.Count >= skip + limit, server.Items.Count, false);

        (await server.List(PagesOf(10)).ToListAsync()).Should().Equal(server.Items);
        server.Skips.Should().Equal(0, 9, 18);
    }

    [Fact]
    public async Task Has_more_on_every_page_that_is_not_empty_ends_too()
    {
        var server = new ScriptedServer(19) { Answer = (_, _, items) => new(items, items.Count > 0, null, false) };

        (await server.List(PagesOf(10)).ToListAsync()).Should().Equal(server.Items);
        server.Skips.Should().Equal(0, 9, 18, 19);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task No_more_reckoned_with_a_limit_that_was_cut_is_not_believed(bool total)
    {
        var server = new ScriptedServer(90) { Cap = 50 };
        server.Answer = (skip, limit, items) => new(items, skip + limit < server.Items.Count, total ? server.Items.Count : null, false);

        (await server.List(PagesOf(100)).ToListAsync()).Should().Equal(server.Items);
    }

    [Fact]
    public async Task A_short_page_that_says_no_more_without_a_total_is_checked_once()
    {
        var server = new ScriptedServer(7) { Answer = (_, _, items) => new(items, false, null, false) };

        (await server.List(PagesOf(10)).ToListAsync()).Should().Equal(server.Items);
        server.Skips.Should().Equal(0, 6);
    }

    [Fact]
    public async Task A_total_that_is_wrong_costs_requests_and_no_items()
    {
        foreach (var total in (int?[])[0, 3, 1_000, null])
        {
            var server = new ScriptedServer(25);
            server.Answer = (skip, _, items) => new(items, skip + items.Count < server.Items.Count, total, false);

            (await server.List(PagesOf(10)).ToListAsync()).Should().Equal(server.Items);
            server.Requests.Count.Should().BeLessThanOrEqualTo(4);
        }
    }

    [Fact]
    public async Task An_empty_first_page_that_claims_more_is_asked_for_once_more()
    {
        var server = new ScriptedServer(5);
        server.Answer = (_, _, items) => server.Requests.Count == 1 ? new([], true, 5, false) : new(items, false, 5, false);

        (await server.List().ToListAsync()).Should().HaveCount(5);
    }

    [Fact]
    public async Task An_empty_list_that_always_claims_more_ends()
    {
        var server = new ScriptedServer(0) { Answer = (_, _, _) => new([], true, 9, false) };

        (await server.List().ToListAsync()).Should().BeEmpty();
        server.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(null, 25)]
    [InlineData(null, null)]
    [InlineData(false, 25)]
    public async Task A_server_that_sends_one_item_a_page_is_an_error_that_says_so(bool? hasMore, int? total)
    {
        var server = new ScriptedServer(25) { Cap = 1, Answer = (_, _, items) => new(items, hasMore, total, false) };

        var reading = () => server.List().ToListAsync();

        var error = (await reading.Should().ThrowAsync<ContactsInvalidResponseException>()).Which;
        error.Status.Should().Be(200);
        error.Message.Should().Contain("one item a page").And.Contain("limit");
        server.Requests.Count.Should().BeLessThan(8);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(250)]
    public async Task A_server_that_does_not_page_at_all_gives_its_list_once(int count)
    {
        var server = new ScriptedServer(count);
        server.Answer = (_, _, _) => new(server.Items, null, null, false);

        (await server.List().ToListAsync()).Should().Equal(server.Items);
        server.Requests.Count.Should().BeLessThanOrEqualTo(4);
    }
}
