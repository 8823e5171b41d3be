using CsCheck;
using static Contacts.Generated.Tests.PagingReads;

namespace Contacts.Generated.Tests;

public class PagingRepeatTests
{
    [Fact]
    public async Task A_server_that_ignores_skip_is_an_error_that_says_so()
    {
        var server = new ScriptedServer(100);
        server.Answer = (_, limit, _) => new(server.Slice(0, limit), true, null, false);
        var given = new List<string?>();

        var reading = async () =>
        {
            await foreach (var item in server.List(PagesOf(10)))
            {
                given.Add(item);
            }
        };

        (await reading.Should().ThrowAsync<ContactsInvalidResponseException>())
            .WithMessage("*repeats itself*skip*").Which.Status.Should().Be(200);
        given.Should().Equal(server.Items.Take(10));
        server.Requests.Should().HaveCount(4);
    }

    [Fact]
    public void Reading_ends_with_an_error_however_a_server_repeats_itself() =>
        Gen.Select(Gen.Int[2, 60], Gen.Int[2, 12], Gen.Int[0, 2], Gen.Int[1, 5]).Sample((period, pageSize, kind, inFlight) =>
        {
            var server = new ScriptedServer(period);
            server.Answer = (skip, limit, _) => new(kind switch
            {
                0 => server.Slice(0, limit),
                1 => [.. Enumerable.Range(skip, limit).Select(i => server.Items[i % period])],
                _ => server.Slice(Math.Min(skip, period - Math.Min(limit, period)), limit),
            }, true, null, false);

            var reading = () => server.List(PagesOf(pageSize, inFlight)).ToListAsync().GetAwaiter().GetResult();

            reading.Should().Throw<ContactsInvalidResponseException>().WithMessage("*repeats itself*");
            server.Requests.Count.Should().BeLessThan(300);
        }, iter: 1_000);

    [Theory]
    [InlineData(9_999)]
    [InlineData(12_345)]
    public async Task A_cycle_longer_than_the_window_is_found_too(int period)
    {
        var server = new ScriptedServer(0)
        { Answer = (skip, limit, _) => new([.. Enumerable.Range(skip, limit).Select(i => "con_" + (i % period))], true, null, false) };

        var reading = () => server.List(PagesOf(1_000)).ToListAsync();

        (await reading.Should().ThrowAsync<ContactsInvalidResponseException>()).WithMessage("*repeats itself*");
        server.Requests.Count.Should().BeLessThan(200);
    }

    [Fact]
    public async Task Items_without_an_id_that_come_for_ever_are_an_error()
    {
        var server = new ScriptedServer(0)
        { Answer = (_, limit, _) => new([.. Enumerable.Repeat<string?>(null, limit)], true, null, false) };

        var reading = () => server.List().ToListAsync();

        (await reading.Should().ThrowAsync<ContactsInvalidResponseException>()).WithMessage("*repeats itself*");
    }

    [Fact]
    public async Task A_server_that_never_shows_its_last_item_alone_ends_too()
    {
        var server = new ScriptedServer(50);
        server.Answer = (_, _, items) => new(items.Count == 1 ? [] : items, true, null, false);

        var reading = () => server.List(PagesOf(8)).ToListAsync();

        await reading.Should().ThrowAsync<ContactsInvalidResponseException>();
        server.Requests.Count.Should().BeLessThan(60);
    }

    [Fact]
    public void An_id_is_remembered_for_10_000_positions_and_no_longer()
    {
        var seen = new ReceivedIds();
        for (var i = 0; i < 25_000; i++)
        {
            seen.Add("con_" + i).Should().BeTrue();
        }

        seen.Count.Should().Be(10_000);
        seen.Contains("con_15000").Should().BeTrue();
        seen.Contains("con_14999").Should().BeFalse();
        seen.Add("con_24999").Should().BeFalse();
        seen.Recent(0).Should().Be("con_24999");
        seen.Recent(9_999).Should().Be("con_15000");
    }

    [Fact]
    public async Task An_item_costs_no_memory_beyond_its_place_in_a_page()
    {
        // The first run warms up; the second reads 20 pages over and over, with no id twice in the window.
        const int PageSize = 1_001, Pages = 200;
        var ids = Enumerable.Range(0, 20_000).Select(i => "con_" + i).ToArray();
        var pages = Enumerable.Range(0, 20)
            .Select(p => (string?[])[ids[(p * 1_000 + 19_999) % 20_000], .. ids.Skip(p * 1_000).Take(1_000)]).ToArray();
        var server = new ScriptedServer(0);
        var (before, page) = (0L, 0);
        server.Answer = (_, _, _) =>
        {
            page++;
            before = page == 20 ? GC.GetAllocatedBytesForCurrentThread() : before;
            return new PageResponse<string?>(pages[page % 20], page < 50, null, false);
        };

        var count = 0;
        await foreach (var _ in server.List(PagesOf(PageSize)))
        {
            count++;
        }

        count.Should().BeGreaterThan(30_000).And.BeLessThan(Pages * PageSize);
        ((GC.GetAllocatedBytesForCurrentThread() - before) / 30_000.0)
            .Should().BeLessThan(10, "a page is a list of references, 8 bytes each");
    }
}
