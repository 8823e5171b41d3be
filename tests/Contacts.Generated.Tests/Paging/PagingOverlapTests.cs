using static Contacts.Generated.Tests.PagingReads;

namespace Contacts.Generated.Tests;

public class PagingOverlapTests
{
    [Fact]
    public async Task Each_page_starts_at_the_last_item_received()
    {
        var server = new ScriptedServer(25);

        var items = await server.List(PagesOf(10)).ToListAsync();

        items.Should().Equal(server.Items);
        server.Requests.Should().Equal((0, 10), (9, 10), (18, 10));
    }

    [Fact]
    public async Task The_default_is_pages_of_100_one_at_a_time()
    {
        var server = new ScriptedServer(150);

        (await server.List().ToListAsync()).Should().Equal(server.Items);
        server.Requests.Should().Equal((0, 100), (99, 100));
    }

    [Fact]
    public async Task After_removals_it_steps_back_until_a_page_goes_on_from_what_was_received()
    {
        var server = new ScriptedServer(20);
        server.BeforeRequest = request => server.Items.RemoveRange(0, request == 2 ? 3 : 0);

        var items = await server.List(PagesOf(10)).ToListAsync();

        items.Should().Equal(Enumerable.Range(0, 20).Select(i => "con_" + i));
        server.Skips.Should().Equal(
            [0, 9, 7, 5, 14, 0, 9], "item 9 is the 7th now, page 5 to 14 brings 8 and 9 again, and a list that shrank is read again");
    }

    [Fact]
    public async Task An_empty_page_is_no_end_while_items_stand_before_it()
    {
        var server = new ScriptedServer(12);
        server.BeforeRequest = request => server.Items.RemoveRange(0, request == 2 ? 9 : 0);

        var items = await server.List(PagesOf(10)).ToListAsync();

        items.Should().HaveCount(12).And.EndWith("con_11");
        server.Skips.Should().Equal(0, 9, 7, 5, 1, 0);
    }

    [Fact]
    public async Task When_all_that_was_read_is_gone_it_goes_on_from_the_beginning()
    {
        var server = new ScriptedServer(30);
        server.BeforeRequest = request => server.Items.RemoveRange(0, request == 2 ? 10 : 0);

        (await server.List(PagesOf(10)).ToListAsync()).Should().HaveCount(30).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Items_inserted_at_the_top_push_known_ones_on_and_come_last()
    {
        var server = new ScriptedServer(25);
        server.BeforeRequest = request => server.Items.InsertRange(0, request == 2 ? ["con_a", "con_b"] : []);

        var items = await server.List(PagesOf(10)).ToListAsync();

        items.Should().Equal([.. Enumerable.Range(0, 25).Select(i => "con_" + i), "con_a", "con_b"]);
        server.Skips.Should().Equal([0, 9, 18, 0], "the first page of a second look shows what was missing");
    }

    [Fact]
    public async Task Skip_is_where_it_starts()
    {
        var server = new ScriptedServer(25);

        (await server.List(PagesOf(10), skip: 20).ToListAsync()).Should().Equal(server.Items.Skip(20));
        server.Skips.Should().Equal(20);
    }

    [Fact]
    public async Task Items_that_move_up_above_the_start_are_found_and_those_left_out_stay_out()
    {
        var server = new ScriptedServer(40);
        server.BeforeRequest = request => server.Items.RemoveRange(2, request == 2 ? 15 : 0);

        var items = await server.List(PagesOf(10), skip: 10).ToListAsync();

        items.Should().Equal(Enumerable.Range(10, 30).Select(i => "con_" + i));
    }

    [Fact]
    public async Task An_item_without_an_id_is_given_once_while_nothing_changes()
    {
        var server = new ScriptedServer(25);
        foreach (var index in (int[])[0, 8, 9, 10, 17, 18, 24])
        {
            server.Items[index] = "";
        }

        (await server.List(PagesOf(10)).ToListAsync()).Should().Equal(server.Items);
    }

    [Fact]
    public async Task A_list_without_any_id_is_read_by_position()
    {
        var server = new ScriptedServer(0);
        server.Items.AddRange(Enumerable.Repeat<string?>("", 95));

        (await server.List(PagesOf(10)).ToListAsync()).Should().HaveCount(95);
    }

    [Fact]
    public async Task A_list_that_goes_on_beyond_what_skip_can_say_is_an_error()
    {
        var server = new ScriptedServer(0) { Answer = (skip, _, _) => new([$"con_{skip}", $"con_{skip + 1}"], true, null, false) };

        var reading = () => server.List(PagesOf(2), skip: int.MaxValue - 3).ToListAsync();

        (await reading.Should().ThrowAsync<ContactsInvalidResponseException>()).WithMessage("*beyond position*narrow the query*");
    }

    [Fact]
    public async Task Each_enumeration_reads_the_list_anew()
    {
        var server = new ScriptedServer(5);
        var list = server.List();

        await list.ToListAsync();
        server.Items.Add("con_new");

        (await list.ToListAsync()).Should().HaveCount(6);
    }
}
