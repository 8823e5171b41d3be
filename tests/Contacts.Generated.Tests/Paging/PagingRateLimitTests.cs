using Microsoft.Extensions.Time.Testing;
using static Contacts.Generated.Tests.PagingReads;

namespace Contacts.Generated.Tests;

/// <summary>A list that is read while the service answers 429 waits until it gives pages again.</summary>
public class PagingRateLimitTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly List<TimeSpan> _pauses = [];
    private int _refusals;

    [Fact]
    public async Task A_block_is_waited_out_with_pauses_that_grow_to_a_minute()
    {
        var server = Server(100, refuses: 8);

        (await server.List(PagesOf(10)).ToListAsync()).Should().Equal(server.Items);

        _pauses.Select(pause => pause.TotalSeconds).Should().Equal([1.5, 3, 6, 12, 24, 45, 45, 45], "the jitter is a half");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    public async Task A_pause_lies_between_half_the_bound_and_the_bound(double jitter, double seconds)
    {
        var server = Server(5, refuses: 1, jitter: jitter);

        await server.List().ToListAsync();

        _pauses.Should().Equal(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task What_the_service_asks_for_is_kept_to_and_zero_is_no_answer()
    {
        var server = Server(5, refuses: 3, retryAfter: refusal => refusal == 3 ? TimeSpan.Zero : TimeSpan.FromSeconds(90));

        await server.List().ToListAsync();

        _pauses.Select(pause => pause.TotalSeconds).Should().Equal(90, 90, 1.5);
    }

    [Fact]
    public async Task After_the_longest_time_without_a_page_the_429_is_thrown_and_the_reading_can_be_resumed()
    {
        var server = Server(100, refuses: int.MaxValue, from: 4);
        var pages = new List<ContactsPage<string?>>();
        var thrown = await Record.ExceptionAsync(async () =>
        {
            await foreach (var page in server.List(PagesOf(10)).AsPages())
            {
                pages.Add(page);
            }
        });

        thrown.Should().BeOfType<ContactsRateLimitException>();
        pages.Should().HaveCount(3);
        _pauses.Aggregate((one, other) => one + other).Should().Be(TimeSpan.FromMinutes(5));

        _refusals = int.MinValue;
        (await server.List(new() { PageSize = 10, Continuation = pages[^1].Continuation }).ToListAsync())
            .Should().Equal(server.Items.Skip(28));
    }

    [Fact]
    public async Task Each_page_that_comes_starts_the_time_anew()
    {
        var server = Server(100, refuses: 0);
        server.BeforeRequest = request =>
        {
            // Every page is refused once, which takes a minute and a half; together that is more than the five minutes.
            if (request % 2 == 1)
            {
                throw new ContactsRateLimitException { RetryAfter = TimeSpan.FromSeconds(90) };
            }
        };

        (await server.List(PagesOf(10)).ToListAsync()).Should().Equal(server.Items);

        _pauses.Should().HaveCount(11);
    }

    [Fact]
    public async Task The_time_of_the_calls_counts_too()
    {
        var server = Server(5, refuses: 0);
        server.BeforeRequest = _ =>
        {
            _clock.Advance(TimeSpan.FromSeconds(140));
            throw new ContactsRateLimitException();
        };

        await server.List().Invoking(list => list.ToListAsync()).Should().ThrowAsync<ContactsRateLimitException>();

        server.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task More_time_than_is_left_is_not_waited_for()
    {
        var server = Server(5, refuses: 1, retryAfter: _ => TimeSpan.FromMinutes(6));

        await server.List().Invoking(list => list.ToListAsync()).Should().ThrowAsync<ContactsRateLimitException>();

        _pauses.Should().BeEmpty();
    }

    [Fact]
    public async Task Zero_fails_at_once()
    {
        var server = Server(5, refuses: 1);

        await server.List(new() { MaxBlock = TimeSpan.Zero }).Invoking(list => list.ToListAsync())
            .Should().ThrowAsync<ContactsRateLimitException>();

        server.Requests.Should().ContainSingle();
        _pauses.Should().BeEmpty();
    }

    [Fact]
    public async Task Pauses_that_a_test_skips_count_so_that_no_service_is_asked_without_end()
    {
        var server = new ScriptedServer(5) { BeforeRequest = static _ => throw new ContactsRateLimitException() };

        await server.List().Invoking(list => list.ToListAsync()).Should().ThrowAsync<ContactsRateLimitException>();

        server.Requests.Should().HaveCount(10, "the pauses are 2, 4, 8, 16, 32, 60, 60, 60 and 58 s");
    }

    [Theory]
    [InlineData(503)]
    [InlineData(401)]
    public async Task Any_other_failure_is_thrown_at_once(int status)
    {
        var server = new ScriptedServer(5) { BeforeRequest = _ => throw new ContactsApiException(status) };

        (await server.List().Invoking(list => list.ToListAsync()).Should().ThrowAsync<ContactsApiException>())
            .Which.Status.Should().Be(status);

        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Cancelling_during_a_pause_returns_at_once()
    {
        using var cancel = new CancellationTokenSource();
        var clock = new SignallingClock();
        var server = new ScriptedServer(5)
        {
            Pauses = new PauseClock(clock, static () => 1, null),
            BeforeRequest = static _ => throw new ContactsRateLimitException(),
        };
        var reading = server.List(cancellationToken: cancel.Token).ToListAsync();
        (await clock.Pauses.ReadAsync()).Should().Be(TimeSpan.FromSeconds(2));

        await cancel.CancelAsync();

        (await FluentActions.Awaiting(() => reading).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(cancel.Token);
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_refusal_halves_the_pages_in_flight_once_and_they_grow_again_after_two_pages()
    {
        var server = new ManualServer(400);
        await using var pages = await server.ReadAtFullSpeed(10, 4);
        server.Answer(45, wasRateLimited: true);
        server.Answer(54, wasRateLimited: true);
        var inFlight = new List<int>();
        for (var page = 0; page < 9; page++)
        {
            var next = pages.MoveNextAsync();
            inFlight.Add(server.InFlight.Count());
            if (!next.IsCompleted)
            {
                server.Answer(server.InFlight.First());
            }

            await next;
        }

        inFlight.Should().Equal([1, 1, 3, 4, 4, 4, 4, 4, 4], "at first two may be in flight, of which one has arrived");
    }

    [Fact]
    public async Task Pages_read_ahead_that_were_refused_together_are_paused_for_once()
    {
        var server = new ManualServer(200) { Pauses = Pauses(0.5) };
        await using var pages = await server.ReadAtFullSpeed(10, 4);
        foreach (var skip in new[] { 45, 54, 63 })
        {
            server.Fail(skip, new ContactsRateLimitException());
        }

        var inFlight = new List<int>();
        for (var page = 0; page < 3; page++)
        {
            var next = pages.MoveNextAsync();
            inFlight.Add(server.InFlight.Count());
            server.Answer(server.InFlight.First());
            await next;
        }

        inFlight.Should().Equal([1, 1, 3], "one goes first, and after two pages there are more");

        _pauses.Should().ContainSingle();
        pages.Current.Data[^1].Should().Be("con_72");
    }

    [Fact]
    public async Task Pages_read_ahead_that_were_refused_fail_at_once_where_no_block_is_waited_out()
    {
        var server = new ManualServer(200) { MaxBlock = TimeSpan.Zero };
        await using var pages = await server.ReadAtFullSpeed(10, 4);
        server.Answer(45, wasRateLimited: true);
        server.Fail(54, new ContactsRateLimitException());
        (await pages.MoveNextAsync()).Should().BeTrue();

        await pages.Invoking(p => p.MoveNextAsync().AsTask()).Should().ThrowAsync<ContactsRateLimitException>();
    }

    private ScriptedServer Server(
        int items, int refuses, int from = 1, double jitter = 0.5, Func<int, TimeSpan?>? retryAfter = null) => new(items)
        {
            Pauses = Pauses(jitter),
            BeforeRequest = request =>
            {
                if (request >= from && _refusals >= 0 && _refusals < refuses)
                {
                    _refusals++;
                    throw new ContactsRateLimitException { RetryAfter = retryAfter?.Invoke(_refusals) };
                }
            },
        };

    private PauseClock Pauses(double jitter) => new(_clock, () => jitter, pause =>
    {
        _pauses.Add(pause);
        return TimeSpan.Zero;
    });
}
