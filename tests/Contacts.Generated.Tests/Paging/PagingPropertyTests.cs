using CsCheck;

namespace Contacts.Generated.Tests;

/// <summary>The promise of the paging, against servers drawn at random. CsCheck prints the seed and the smallest rules that fail.</summary>
public class PagingPropertyTests
{
    private static readonly Gen<ModelRules> _servers =
        from items in Gen.Int[0, 60]
        from pageSize in Gen.Int[2, 12]
        from inFlight in Gen.OneOf(Gen.Const(1), Gen.Int[2, 6])
        from skip in Gen.OneOf(Gen.Const(0), Gen.Int[0, 10])
        from cap in Gen.OneOf(Gen.Const(int.MaxValue), Gen.Int[2, 12])
        from capFrom in Gen.Int[0, 8]
        from laterCap in Gen.OneOf(Gen.Const(int.MaxValue), Gen.Int[2, 12])
        from shortPercent in Gen.OneOf(Gen.Const(0), Gen.Int[0, 100])
        from emptyPercent in Gen.OneOf(Gen.Const(0), Gen.Int[0, 30])
        from rateLimitPercent in Gen.OneOf(Gen.Const(0), Gen.Int[1, 30])
        from more in Gen.Enum<SaysMore>()
        from total in Gen.Enum<SaysTotal>()
        from shortest in Gen.OneOf(Gen.Const(2), Gen.Int[1, 2])
        from seed in Gen.Int[0, 1_000_000]
        select new ModelRules
        {
            Items = items,
            PageSize = pageSize,
            MaxPagesInFlight = inFlight,
            // Pages that are empty for no reason may lead back above the start, where nothing tells what was left out.
            Skip = emptyPercent > 0 ? 0 : skip,
            Cap = cap,
            CapFromRequest = capFrom,
            LaterCap = laterCap,
            ShortPercent = shortPercent,
            // A page of one item looks like the end if nothing is said about more, or "no more" too early, or if nothing comes where the
            // next one stands.
            ShortestPage = more is SaysMore.Never or SaysMore.ByLimitAskedFor || emptyPercent > 0 ? 2 : shortest,
            EmptyPercent = emptyPercent,
            RateLimitPercent = rateLimitPercent,
            More = more,
            // "No more", too early, beside a total that confirms it: nobody can tell this from the truth.
            Total = more == SaysMore.ByLimitAskedFor && total is SaysTotal.LengthOfPage or SaysTotal.Nonsense ? SaysTotal.Nothing : total,
            Seed = seed,
        };

    [Fact]
    public void A_list_that_stays_as_it_is_comes_whole_and_once() =>
        _servers.Sample(rules =>
        {
            var server = new ModelServer(rules);
            var run = ModelRun.Read(server, rules);

            AssertWhole(run, server, rules);
            server.MostInFlight.Should().BeLessThanOrEqualTo(rules.MaxPagesInFlight);
        }, iter: 3_000);

    [Fact]
    public void Items_without_an_id_come_whole_and_once_while_the_list_stays_as_it_is() =>
        Gen.Select(_servers, Gen.Int[1, 100]).Sample((rules, idless) =>
        {
            rules = rules with { IdlessPercent = idless, EmptyPercent = 0, Skip = 0, ShortestPage = 2 };
            var server = new ModelServer(rules);
            var run = ModelRun.Read(server, rules);

            AssertWhole(run, server, rules);
        }, iter: 1_500);

    [Fact]
    public void Items_with_an_id_are_kept_and_unique_whatever_stands_between_them() =>
        Gen.Select(_servers, Gen.Int[1, 40], Gen.Int[1, 20]).Sample((rules, changes, idless) =>
        {
            rules = rules with
            {
                IdlessPercent = idless,
                Changes = changes,
                PageSize = rules.PageSize
                + 20,
                Cap = int.MaxValue,
                LaterCap = int.MaxValue,
                ShortPercent = 0
            };
            var server = new ModelServer(rules);
            var run = ModelRun.Read(server, rules);

            AssertEndsWell(run, server);
            var names = run.Names.Where(server.HasId).ToList();
            names.Should().OnlyHaveUniqueItems();
            if (run.Failure is null)
            {
                AssertAllKept(names, server);
            }
        }, iter: 1_500);

    [Fact]
    public void Any_continuation_of_a_list_that_stays_as_it_is_gives_exactly_the_rest() =>
        Gen.Select(_servers, Gen.Int[0, 60]).Sample((rules, at) =>
        {
            rules = rules with { EmptyPercent = 0, ShortestPage = 2 };
            var server = new ModelServer(rules);
            var run = ModelRun.Read(server, rules);
            at %= run.Pages.Count;

            if (run.Continuations[at] is { } continuation)
            {
                var rest = ModelRun.Read(server, rules, continuation);
                rest.Names.Should().Equal(run.Pages.Skip(at + 1).SelectMany(page => page));
                AssertLastPage(rest);
            }
        }, iter: 1_500);

    [Fact]
    public void Any_continuation_of_a_list_that_changes_loses_nothing() =>
        Gen.Select(_servers, Gen.Int[1, 40], Gen.Int[1, 10], Gen.Bool).Sample((rules, changes, pages, inserts) =>
        {
            rules = rules with { Changes = changes, Inserts = inserts, ShortestPage = 2 };
            var server = new ModelServer(rules);
            var run = ModelRun.Read(server, rules, maxPages: pages);

            if (run.Failure is null && run.Continuations[^1] is { } continuation)
            {
                var rest = ModelRun.Read(server, rules, continuation);
                AssertEndsWell(rest, server);
                if (rest.Failure is null)
                {
                    AssertAllKept(run.Names.Concat(rest.Names).Distinct(), server);
                }
            }
        }, iter: 1_500);

    [Fact]
    public void Nothing_is_lost_or_given_twice_while_the_list_changes() =>
        Gen.Select(_servers, Gen.Int[1, 40], Gen.Bool, Gen.Bool).Sample((rules, changes, inserts, removes) =>
        {
            rules = rules with { Changes = changes, Inserts = inserts, Removes = removes, ShortestPage = 2 };
            var server = new ModelServer(rules);
            var run = ModelRun.Read(server, rules);

            AssertEndsWell(run, server);
            run.Names.Should().OnlyHaveUniqueItems();
            if (run.Failure is null)
            {
                AssertAllKept(run.Names, server);
                AssertLastPage(run);
            }

            server.MostInFlight.Should().BeLessThanOrEqualTo(rules.MaxPagesInFlight);
        }, iter: 4_000);

    [Fact]
    public void Reading_ends_and_gives_nothing_twice_while_items_move() =>
        Gen.Select(_servers, Gen.Int[0, 40], Gen.Enum<ReaderDoes>()).Sample((rules, changes, reader) =>
        {
            rules = rules with { Changes = changes, Moves = true, Reader = reader };
            var server = new ModelServer(rules);
            var run = ModelRun.Read(server, rules);

            run.Failure?.Message.Should().MatchRegex("repeats itself|one item a page");
            run.Names.Should().OnlyHaveUniqueItems();
        }, iter: 3_000);

    private static void AssertWhole(ModelRun run, ModelServer server, ModelRules rules)
    {
        if (rules.ShortestPage == 1 && run.Failure is { } failure)
        {
            failure.Message.Should().MatchRegex("repeats itself|one item a page");
            return;
        }

        run.Failure.Should().BeNull();
        run.Names.Should().Equal(server.Kept);
        AssertLastPage(run);
    }

    private static void AssertEndsWell(ModelRun run, ModelServer server)
    {
        if (run.Failure is { } failure)
        {
            // Known items that new ones push on and on cannot be told from a server that repeats itself, or that sends one item a page.
            failure.Message.Should().MatchRegex("repeats itself|one item a page");
            server.Inserted.Should().BePositive();
        }
    }

    private static void AssertAllKept(IEnumerable<string> names, ModelServer server)
    {
        var kept = server.Kept.Where(server.HasId).ToHashSet();
        names.Where(kept.Contains).Should().Equal(server.Kept.Where(server.HasId));
    }

    private static void AssertLastPage(ModelRun run)
    {
        run.Continuations[^1].Should().BeNull();
        run.Continuations.SkipLast(1).Should().NotContainNulls();
    }
}
