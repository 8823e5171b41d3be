using static Contacts.Generated.Tests.PagingReads;

namespace Contacts.Generated.Tests;

/// <summary>
/// Items that did not move are not lost while others do, as when each item is updated while a list sorted by its last update is read.
/// What cannot be held is in <see cref="PagingLimitTests"/>.
/// </summary>
public class PagingMoveTests
{
    private const int Runs = 3_000;

    [Theory]
    [InlineData(150, 100)]
    [InlineData(101, 100)]
    [InlineData(115, 100)]
    [InlineData(199, 100)]
    [InlineData(200, 100)]
    [InlineData(250, 100)]
    [InlineData(1_000, 100)]
    [InlineData(3, 2)]
    [InlineData(5, 2)]
    [InlineData(41, 7)]
    public void Each_item_is_given_once_while_each_moves_as_it_is_read(int count, int pageSize)
    {
        foreach (var reader in Enum.GetValues<ReaderDoes>())
        {
            foreach (var inFlight in (int[])[1, 4])
            {
                var rules = new ModelRules
                {
                    Items = count,
                    PageSize = pageSize,
                    MaxPagesInFlight = inFlight,
                    Reader = reader,
                    Total = SaysTotal.Grand
                };
                var run = ModelRun.Read(new ModelServer(rules), rules);

                run.Failure.Should().BeNull();
                run.Names.Should().OnlyHaveUniqueItems().And.HaveCount(count, "of {0}, {1} in flight", reader, inFlight);
            }
        }
    }

    [Fact]
    public async Task Each_contact_that_is_updated_as_it_is_read_costs_one_more_request()
    {
        var server = new ScriptedServer(150);

        var given = await Read(server, PagesOf(100), (items, id) =>
        {
            items.Remove(id);
            items.Add(id);
        });

        given.Should().HaveCount(150).And.OnlyHaveUniqueItems();
        server.Skips.Should().Equal([0, 99, 0], "item 50 stands at position 99, so fifty unknown items must stand before it");
    }

    [Fact]
    public async Task Half_removed_and_half_moved_may_put_the_last_item_where_it_was()
    {
        var server = new ScriptedServer(150);

        var given = await Read(server, PagesOf(100), (items, id) =>
        {
            items.Remove(id);
            if (id![^1] % 2 == 1)
            {
                items.Add(id);
            }
        });

        given.Should().HaveCount(150).And.OnlyHaveUniqueItems();
        server.Skips.Should().Equal([0, 99, 0], "the total fell, although nothing before the place of reading seemed to be gone");
    }

    [Theory]
    [InlineData("0 1 2 4 3 5 6 7", "the last item of a page changed places with the next one")]
    [InlineData("0 1 2 4 5 6 7 3", "it moved to the end")]
    [InlineData("3 0 1 2 4 5 6 7", "it moved to the top")]
    [InlineData("0 2 3 4 1 5 6 7", "another one moved behind the place of reading")]
    [InlineData("0 3 4 1 2 5 6 7", "two moved, in order, and the first one stands where the last one stood")]
    [InlineData("4 0 1 2 3 5 6 7", "an unread one moved to the top")]
    [InlineData("0 1 4 5 3 2 6 7", "the last two changed places behind two unread ones")]
    [InlineData("4 5 6 7 0 1 2 3", "all that were read moved to the end")]
    [InlineData("4 5 6 3 7 0 1 2", "the last one stands where it stood, and the others came behind")]
    [InlineData("7 6 5 4 3 2 1 0", "all of them changed their order")]
    public async Task After_the_first_page_items_may_stand_anywhere(string order, string because)
    {
        foreach (var pageSize in (int[])[2, 3, 4, 5])
        {
            var server = new ScriptedServer(8);
            var reordered = order.Split(' ').Select(item => "con_" + item).ToList();
            server.BeforeRequest = request =>
            {
                if (request == 2)
                {
                    server.Items.Clear();
                    server.Items.AddRange(reordered);
                }
            };

            var given = await server.List(PagesOf(pageSize)).ToListAsync();

            given.Should().OnlyHaveUniqueItems().And.HaveCount(8, "in pages of {0}, although {1}", pageSize, because);
        }
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    public void None_of_thousands_of_lists_loses_an_item_that_stood_still(bool inserts, bool removes, bool tellsTotal)
    {
        var random = new Random(13);
        var readers = Enum.GetValues<ReaderDoes>().Where(reader => removes || reader != ReaderDoes.RemovesEach).ToArray();
        var whole = 0;
        for (var i = 0; i < Runs; i++)
        {
            var rules = Draw(random, readers[i % readers.Length], tellsTotal) with { Inserts = inserts, Removes = removes, Moves = true };
            whole += LosesNothing(rules) ? 1 : 0;
        }

        whole.Should().BeGreaterThan(Runs - 20, "a list that changes without end may be refused, but hardly one of these does");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_thousands_of_lists_that_only_the_reader_changes_each_comes_whole(bool tellsTotal)
    {
        var random = new Random(14);
        var readers = Enum.GetValues<ReaderDoes>();
        for (var i = 0; i < Runs; i++)
        {
            LosesNothing(Draw(random, readers[i % readers.Length], tellsTotal) with { Changes = 0 }).Should().BeTrue();
        }
    }

    [Fact]
    public void One_page_at_a_time_new_items_and_moves_lose_nothing_without_a_total_either()
    {
        var random = new Random(15);
        for (var i = 0; i < Runs; i++)
        {
            var reader = (ReaderDoes)(i % (int)ReaderDoes.RemovesEach);
            LosesNothing(Draw(random, reader, tellsTotal: false) with { Removes = false, Moves = true, MaxPagesInFlight = 1 });
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Whoever_resumes_after_each_page_loses_nothing_either(int pages)
    {
        var server = new ScriptedServer(150);
        var given = new HashSet<string?>();
        string? continuation = null;
        for (var run = 0; run < 40 && (run == 0 || continuation is not null); run++)
        {
            var read = 0;
            await foreach (var page in server.List(new() { PageSize = 40, Continuation = continuation }).AsPages())
            {
                given.UnionWith(page.Data);
                continuation = page.Continuation;
                foreach (var id in page.Data.Take(10))
                {
                    server.Items.Remove(id);
                    server.Items.Add(id);
                }

                if (++read == pages)
                {
                    break;
                }
            }
        }

        given.Should().HaveCount(150);
    }

    [Fact]
    public async Task A_list_longer_than_the_memory_whose_every_item_moves_to_the_end_is_refused_in_the_end()
    {
        var server = new ScriptedServer(12_000);

        var reading = () => Read(server, PagesOf(1_000), (items, id) =>
        {
            items.Remove(id);
            items.Add(id);
        });

        (await reading.Should().ThrowAsync<ContactsInvalidResponseException>()).WithMessage("*repeats itself*sort*");
        server.Requests.Count.Should().BeLessThan(2_000);
    }

    [Fact]
    public async Task A_list_that_is_in_another_order_at_each_request_ends()
    {
        var server = new ScriptedServer(60);
        var random = new Random(5);
        server.BeforeRequest = _ =>
        {
            var shuffled = server.Items.OrderBy(_ => random.Next()).ToList();
            server.Items.Clear();
            server.Items.AddRange(shuffled);
        };
        var given = new List<string?>();

        var reading = async () =>
        {
            await foreach (var item in server.List(PagesOf(10)))
            {
                given.Add(item);
            }
        };

        (await reading.Should().ThrowAsync<ContactsInvalidResponseException>()).WithMessage("*repeats itself*");
        given.Should().OnlyHaveUniqueItems();
        server.Requests.Count.Should().BeLessThan(500);
    }

    private static async Task<List<string?>> Read(
        ScriptedServer server, ContactsPagingOptions paging, Action<List<string?>, string?> received)
    {
        var given = new List<string?>();
        await foreach (var page in server.List(paging).AsPages())
        {
            given.AddRange(page.Data);
            foreach (var id in page.Data)
            {
                received(server.Items, id);
            }
        }

        return given;
    }

    private static ModelRules Draw(Random random, ReaderDoes reader, bool tellsTotal)
    {
        var isSmall = random.Next(2) == 0;
        return new ModelRules
        {
            Items = random.Next(0, isSmall ? 12 : 80),
            PageSize = random.Next(2, isSmall ? 5 : 13),
            MaxPagesInFlight = random.Next(1, 5),
            Cap = random.Next(3) == 0 ? random.Next(2, 13) : int.MaxValue,
            ShortPercent = random.Next(3) == 0 ? random.Next(40) : 0,
            Changes = random.Next(0, 12),
            Reader = reader,
            More = random.Next(2) == 0 ? SaysMore.Truth : SaysMore.Never,
            Total = tellsTotal ? SaysTotal.Grand : SaysTotal.Nothing,
            Seed = random.Next(),
        };
    }

    // False when the list was refused.
    private static bool LosesNothing(ModelRules rules)
    {
        var server = new ModelServer(rules);
        var run = ModelRun.Read(server, rules);
        if (run.Names.Distinct().Count() != run.Names.Count || (run.Failure is null && server.Kept.Except(run.Names).Any()))
        {
            Assert.Fail("lost or given twice: " + rules);
        }

        return run.Failure is null;
    }
}
