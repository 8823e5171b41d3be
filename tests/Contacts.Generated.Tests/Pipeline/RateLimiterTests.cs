namespace Contacts.Generated.Tests;

public sealed class RateLimiterTests : IDisposable
{
    private static readonly TimeSpan _total = TimeSpan.FromSeconds(100);

    private readonly ManualLimiter _limiter = new();

    public void Dispose() => _limiter.Dispose();

    [Fact]
    public async Task Each_attempt_has_a_permit_and_returns_it_when_it_has_ended()
    {
        var bench = new Bench(Set, Answer.Of(503), Answer.Of(503), Answer.Json(Bench.Contact));
        bench.Handler.OnRequest = number => _limiter.Events.Should().HaveCount((2 * number) + 1).And.Subject.Last().Should().Be("granted");

        await bench.GetAsync();

        _limiter.Events.Should().Equal(Enumerable.Repeat(new[] { "granted", "returned" }, 3).SelectMany(static pair => pair));
        _limiter.IsDisposed.Should().BeFalse();
    }

    [Fact]
    public async Task The_wait_is_in_the_receipt_before_the_first_attempt_and_before_the_next_ones()
    {
        var bench = new Bench(Set, Answer.Of(503), Answer.Json(Bench.Contact));
        _limiter.Queues = true;

        var call = bench.Client.WithResponse.GetAsync("con_1");
        foreach (var seconds in new[] { 3, 5 })
        {
            await _limiter.AskedAsync();
            bench.Clock.Advance(TimeSpan.FromSeconds(seconds));
            _limiter.Grant();
        }

        (await call).Attempts.Select(static attempt => (attempt.Status, attempt.Wait.TotalSeconds, attempt.WaitReason, attempt.Duration))
            .Should().Equal((503, 3, "limiter", TimeSpan.Zero), (200, 5, "backoff+limiter", TimeSpan.Zero));
    }

    [Fact]
    public async Task The_wait_is_outside_the_limit_of_an_attempt_and_inside_that_of_the_call()
    {
        var bench = new Bench(Set, Answer.Silence());
        _limiter.Queues = true;

        var call = bench.GetAsync();
        await _limiter.AskedAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(90));
        _limiter.Grant();
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(10));

        var error = (await call.Awaiting(static it => it).Should().ThrowAsync<ContactsTimeoutException>()).Which;
        error.Timeout.Should().Be(_total);
        error.Attempts.Should().ContainSingle().Which.Duration.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Without_a_permit_until_the_deadline_the_call_fails_and_names_the_limiter()
    {
        var bench = new Bench(Set, Answer.Json(Bench.Contact));
        _limiter.Queues = true;

        var call = bench.GetAsync();
        await bench.Clock.TimerAsync(_total);
        bench.Clock.Advance(_total);

        var error = (await call.Awaiting(static it => it).Should().ThrowAsync<ContactsTimeoutException>()).Which;
        error.Message.Should().StartWith(
            "get: The RateLimiter (ManualLimiter) gave no permit within the call's limit of 100 s, so no request was sent")
            .And.Contain("set Timeout to wait longer");
        error.Attempts.Should().BeEmpty();
        error.IsTransient.Should().BeTrue();
        _limiter.Events.Should().Equal("cancelled");
        bench.Handler.Count.Should().Be(0);
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task After_a_failed_attempt_the_error_of_that_is_the_cause()
    {
        var bench = new Bench(Set, Answer.Of(503));

        var call = bench.GetAsync();
        _limiter.Queues = true;
        await call.Awaiting(static it => it).Should().ThrowAsync<ContactsServerException>("no wait has begun yet");

        _limiter.Queues = false;
        bench.Handler.OnRequest = _ => _limiter.Queues = true;
        var second = bench.GetAsync();
        await bench.Clock.TimerAsync(_total);
        bench.Clock.Advance(_total);

        var error = (await second.Awaiting(static it => it).Should().ThrowAsync<ContactsTimeoutException>()).Which;
        error.Message.Should().Contain("so no further request was sent");
        error.InnerException.Should().BeOfType<ContactsServerException>();
        error.Attempts.Should().ContainSingle();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_call_without_a_limit_of_its_own_gives_up_after_five_minutes(bool upload)
    {
        var bench = new Bench(Set, Answer.Json("{}"));
        _limiter.Queues = true;

        Task call = upload ? bench.Client.UploadAvatarAsync(Bench.Picture) : bench.Client.ExportCsvAsync();
        await bench.Clock.TimerAsync(TimeSpan.FromMinutes(5));
        bench.Clock.Advance(TimeSpan.FromMinutes(5));

        (await call.Awaiting(static it => it).Should().ThrowAsync<ContactsTimeoutException>())
            .WithMessage("*within the call's limit of 300 s, so no request was sent*");
    }

    [Fact]
    public async Task A_limiter_that_refuses_is_asked_again_when_it_says()
    {
        var clock = new FaultClock { Skips = static due => due < TimeSpan.FromSeconds(20) };
        var bench = new Bench(clock, Set, Answer.Json(Bench.Contact));
        _limiter.Refusals.Enqueue(("RETRY_AFTER", TimeSpan.FromSeconds(7)));
        _limiter.Refusals.Enqueue(("RATELIMIT_RETRYAFTER", 4));

        var response = await bench.Client.WithResponse.GetAsync("con_1");

        response.Attempts.Should().ContainSingle().Which.Should().Match<ContactsAttempt>(
            static attempt => attempt.Wait == TimeSpan.FromSeconds(11) && attempt.WaitReason == "limiter");
        _limiter.Events.Should().Equal("refused", "refused", "granted", "returned");
    }

    [Theory]
    [InlineData(0, 3.5)]
    [InlineData(1, 7)]
    public async Task One_that_does_not_say_when_is_asked_again_after_longer_and_longer_random_pauses(double jitter, double seconds)
    {
        var clock = new FaultClock { Skips = static due => due < TimeSpan.FromSeconds(20) };
        var bench = new Bench(
            clock, options => (options.RateLimiter, options.Jitter) = (_limiter, () => jitter), Answer.Json(Bench.Contact));
        foreach (var (name, value) in new (string?, object?)[]
        {
            (null, null), ("RETRY_AFTER", TimeSpan.Zero), ("REASON_PHRASE", "full"), (null, null), (null, null), (null, null),
        })
        {
            _limiter.Refusals.Enqueue((name, value));
        }

        var response = await bench.Client.WithResponse.GetAsync("con_1");

        response.Attempts[0].Wait.TotalSeconds.Should().BeApproximately(seconds, 0.001, "of 0.2, 0.4, 0.8, 1.6, 2 and 2 s, half or all");
    }

    [Fact]
    public async Task A_refusal_that_outlasts_the_deadline_fails_at_once()
    {
        var bench = new Bench(Set, Answer.Json(Bench.Contact));
        _limiter.Refusals.Enqueue(("RETRY_AFTER", _total));

        await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsTimeoutException>();

        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_at_once_even_if_the_limiter_ignores_it()
    {
        foreach (var heeds in new[] { true, false })
        {
            using var cancel = new CancellationTokenSource();
            var limiter = new ManualLimiter { Queues = true, HeedsToken = heeds };
            var bench = new Bench(options => options.RateLimiter = limiter, Answer.Json(Bench.Contact));
            var call = bench.GetAsync(cancel.Token);
            await limiter.AskedAsync();

            cancel.Cancel();

            (await call.Awaiting(static it => it).Should().ThrowAsync<OperationCanceledException>())
                .Which.CancellationToken.Should().Be(cancel.Token);
            limiter.Grant();
            if (!heeds)
            {
                await limiter.ReturnedAsync();
            }

            limiter.Events.Should().Equal(heeds ? ["cancelled"] : ["granted", "returned"], "a permit that comes too late is returned");
            bench.Handler.Count.Should().Be(0);
        }
    }

    [Fact]
    public async Task What_the_limiter_throws_reaches_the_caller_as_it_is()
    {
        var failure = new TimeoutException("The store of the permits did not answer.");
        foreach (var queues in new[] { false, true })
        {
            var limiter = new ManualLimiter { Queues = queues, Throws = failure };
            var bench = new Bench(options => options.RateLimiter = limiter, Answer.Json(Bench.Contact));
            var call = bench.GetAsync();
            if (queues)
            {
                await limiter.AskedAsync();
                limiter.Grant();
            }

            (await call.Awaiting(static it => it).Should().ThrowAsync<TimeoutException>()).Which.Should().BeSameAs(failure);
        }
    }

    [Fact]
    public async Task Where_waits_are_skipped_the_first_pause_is_too_and_a_limiter_that_refuses_again_is_really_waited_for()
    {
        var skipped = new List<TimeSpan>();
        var clock = new FaultClock { Skips = static due => due == TimeSpan.FromSeconds(4) };
        var bench = new Bench(
            clock,
            options => (options.RateLimiter, options.RetryWait) = (_limiter, wait =>
            {
                skipped.Add(wait);
                return TimeSpan.Zero;
            }
            ),
            Answer.Json(Bench.Contact));
        _limiter.Refusals.Enqueue(("RETRY_AFTER", TimeSpan.FromSeconds(7)));
        _limiter.Refusals.Enqueue(("RETRY_AFTER", TimeSpan.FromSeconds(4)));

        var response = await bench.Client.WithResponse.GetAsync("con_1");

        skipped.Should().Equal(TimeSpan.FromSeconds(7));
        response.Attempts[0].Wait.Should().Be(TimeSpan.FromSeconds(11));
    }

    private void Set(ContactsClientOptions options) => options.RateLimiter = _limiter;
}
