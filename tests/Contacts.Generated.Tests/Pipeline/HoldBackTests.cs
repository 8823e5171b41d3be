using System.Threading.Channels;

namespace Contacts.Generated.Tests;

public class HoldBackTests
{
    private static readonly TimeSpan _twoSeconds = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task After_the_first_429_of_64_callers_none_begins_then_one_goes_first_and_then_the_others()
    {
        var service = new GatedService();
        var bench = service.CreateBench();
        var first = bench.GetAsync();
        var refused = await service.NextAsync();
        refused.Answer(429, "2");
        await bench.Clock.TimerAsync(_twoSeconds);

        var others = Enumerable.Range(0, 63).Select(_ => bench.GetAsync()).ToList();
        await bench.Clock.TimersAsync(_twoSeconds, 63);
        bench.Clock.Advance(_twoSeconds - TimeSpan.FromTicks(1));
        bench.Handler.Count.Should().Be(1, "nobody begins before the two seconds are over");

        bench.Clock.Advance(TimeSpan.FromTicks(1));
        var probe = await service.NextAsync();
        await bench.Clock.TimersAsync(TimeSpan.FromSeconds(30), 63 + 2);
        bench.Handler.Count.Should().Be(2, "one goes first");

        probe.Answer(200);
        for (var i = 0; i < 63; i++)
        {
            (await service.NextAsync()).Answer(200);
        }

        await Task.WhenAll([first, .. others]).WaitAsync(HangGuard.Limit);
        bench.Handler.Count.Should().Be(65);
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task If_the_first_one_is_refused_again_the_others_wait_on()
    {
        var service = new GatedService();
        var bench = service.CreateBench(static options => options.MaxRetries = 0);
        await service.RefuseAsync(bench, "2");

        var calls = new[] { bench.GetAsync(), bench.GetAsync() };
        await bench.Clock.TimersAsync(_twoSeconds, 2);
        bench.Clock.Advance(_twoSeconds);
        (await service.NextAsync()).Answer(429, "5");
        await bench.Clock.TimerAsync(TimeSpan.FromSeconds(5));
        bench.Clock.Advance(TimeSpan.FromSeconds(5));
        (await service.NextAsync()).Answer(200);

        await Task.WhenAll(calls).WaitAsync(HangGuard.Limit)
            .Awaiting(static it => it).Should().ThrowAsync<ContactsRateLimitException>();
        calls.Count(static call => call.IsCompletedSuccessfully).Should().Be(1);
        bench.Handler.Count.Should().Be(3);
    }

    [Fact]
    public async Task The_wait_is_in_the_receipt()
    {
        var service = new GatedService();
        var bench = service.CreateBench(static options => options.MaxRetries = 0);
        await service.RefuseAsync(bench, "2");

        var call = bench.Client.WithResponse.GetAsync("con_1");
        await bench.Clock.TimerAsync(_twoSeconds);
        bench.Clock.Advance(_twoSeconds);
        (await service.NextAsync()).Answer(200);

        (await call).Attempts.Should().ContainSingle().Which.Should().Match<ContactsAttempt>(
            static attempt => attempt.Wait == _twoSeconds && attempt.WaitReason == "held-back");
    }

    [Fact]
    public async Task A_call_whose_limit_would_end_first_fails_at_once_and_sends_nothing()
    {
        var service = new GatedService();
        var bench = service.CreateBench(static options => options.MaxRetries = 0);
        await service.RefuseAsync(bench, "60");
        bench.Clock.Advance(TimeSpan.FromSeconds(20));

        var hasty = bench.Client.WithOptions(new ContactsRequestOptions { Timeout = TimeSpan.FromSeconds(40) });
        var error = (await hasty.Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsRateLimitException>()).Which;

        error.Message.Should().StartWith(
            "get: The service refused an earlier call with 429 Too Many Requests, and accepts this one too late for its time limit: no "
            + "request was sent (retry after 40 s");
        error.RetryAfter.Should().Be(TimeSpan.FromSeconds(40));
        error.Attempts.Should().BeEmpty();
        bench.Handler.Count.Should().Be(1);
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task A_call_that_waits_for_the_first_one_fails_at_its_own_limit()
    {
        var service = new GatedService();
        var bench = service.CreateBench(static options => options.MaxRetries = 0);
        await service.RefuseAsync(bench, "2");
        bench.Clock.Advance(_twoSeconds);
        var first = bench.GetAsync();
        var probe = await service.NextAsync();

        var hasty = bench.Client.WithOptions(new ContactsRequestOptions { Timeout = TimeSpan.FromSeconds(7) }).GetAsync("con_1");
        await bench.Clock.TimerAsync(TimeSpan.FromSeconds(7));
        bench.Clock.Advance(TimeSpan.FromSeconds(7));

        await hasty.Awaiting(static it => it).Should().ThrowAsync<ContactsRateLimitException>();
        probe.Answer(200);
        await first;
        bench.Handler.Count.Should().Be(2);
    }

    [Fact]
    public async Task Views_share_it_and_one_with_another_credential_is_not_stopped()
    {
        var service = new GatedService();
        var bench = service.CreateBench(static options => options.MaxRetries = 0);
        await service.RefuseAsync(bench, "2");

        var another = ContactsCredential.ApiKey(static (_, _) => new ValueTask<string>("api_other"));
        var same = bench.Client.WithOptions(new ContactsRequestOptions { RequestId = "r1" }).GetAsync("con_1");
        var other = bench.Client.WithOptions(new ContactsRequestOptions { Credential = another }).GetAsync("con_1");
        (await service.NextAsync()).Answer(200);
        await other;

        same.IsCompleted.Should().BeFalse();
        await bench.Clock.TimerAsync(_twoSeconds);
        bench.Clock.Advance(_twoSeconds);
        (await service.NextAsync()).Answer(200);
        await same;
    }

    [Fact]
    public async Task Without_a_Retry_After_the_others_wait_for_the_backoff_in_force_which_doubles_with_each_round()
    {
        var service = new GatedService();
        var bench = service.CreateBench(static options => (options.MaxRetries, options.Jitter) = (0, static () => 1));
        await service.RefuseAsync(bench, null);

        foreach (var seconds in new[] { 0.5, 1, 2, 4, 8, 8 })
        {
            var call = bench.GetAsync();
            await bench.Clock.TimerAsync(TimeSpan.FromSeconds(seconds));
            bench.Clock.Advance(TimeSpan.FromSeconds(seconds));
            (await service.NextAsync()).Answer(429, null);
            await call.Awaiting(static it => it).Should().ThrowAsync<ContactsRateLimitException>();
        }
    }

    [Fact]
    public async Task An_accepted_call_ends_it_and_the_rounds_begin_anew()
    {
        var service = new GatedService();
        var bench = service.CreateBench(static options => options.MaxRetries = 0);
        await service.RefuseAsync(bench, "2");
        bench.Clock.Advance(_twoSeconds);
        var accepted = bench.GetAsync();
        (await service.NextAsync()).Answer(404);
        await accepted.Awaiting(static it => it).Should().ThrowAsync<ContactsNotFoundException>();

        var calls = new[] { bench.GetAsync(), bench.GetAsync() };
        var both = new[] { await service.NextAsync(), await service.NextAsync() };

        Array.ForEach(both, static request => request.Answer(200));
        await Task.WhenAll(calls);
    }

    [Fact]
    public async Task If_the_first_one_is_cancelled_the_next_goes_first()
    {
        using var cancel = new CancellationTokenSource();
        var service = new GatedService();
        var bench = service.CreateBench(static options => options.MaxRetries = 0);
        await service.RefuseAsync(bench, "2");
        bench.Clock.Advance(_twoSeconds);
        var first = bench.GetAsync(cancel.Token);
        await service.NextAsync();
        var others = new[] { bench.GetAsync(), bench.GetAsync() };
        bench.Handler.Count.Should().Be(2);

        cancel.Cancel();

        await first.Awaiting(static it => it).Should().ThrowAsync<OperationCanceledException>();
        var second = await service.NextAsync();
        bench.Handler.Count.Should().Be(3);
        second.Answer(200);
        (await service.NextAsync()).Answer(200);
        await Task.WhenAll(others);
    }

    [Fact]
    public async Task If_the_first_one_stays_without_an_answer_the_next_goes_after_the_time_of_an_attempt()
    {
        var service = new GatedService();
        var bench = service.CreateBench(static options => options.MaxRetries = 0);
        await service.RefuseAsync(bench, "2");
        bench.Clock.Advance(_twoSeconds);
        var upload = bench.Client.WithOptions(new ContactsRequestOptions { AttemptTimeout = TimeSpan.FromSeconds(20) })
            .UploadAvatarAsync(Bench.Picture);
        var sending = await service.NextAsync();

        var other = bench.GetAsync();
        await bench.Clock.TimersAsync(TimeSpan.FromSeconds(20), 2);
        bench.Clock.Advance(TimeSpan.FromSeconds(19));
        bench.Handler.Count.Should().Be(2);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        (await service.NextAsync()).Answer(200);
        await other;
        sending.Answer(200);
        await upload.Awaiting(static it => it).Should().ThrowAsync<ContactsException>();
    }

    [Fact]
    public async Task A_held_call_can_be_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        var service = new GatedService();
        var bench = service.CreateBench(static options => options.MaxRetries = 0);
        await service.RefuseAsync(bench, "2");
        var call = bench.GetAsync(cancel.Token);
        await bench.Clock.TimerAsync(_twoSeconds);

        cancel.Cancel();

        await call.Awaiting(static it => it).Should().ThrowAsync<OperationCanceledException>();
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task Calls_that_wait_for_the_limiter_when_another_is_refused_return_their_permits_and_hold_back()
    {
        using var limiter = new ManualLimiter();
        var service = new GatedService();
        var bench = service.CreateBench(options => (options.MaxRetries, options.RateLimiter) = (0, limiter));
        var refused = bench.GetAsync();
        var request = await service.NextAsync();
        limiter.Queues = true;
        var call = bench.Client.WithResponse.GetAsync("con_1");
        await limiter.AskedAsync();

        request.Answer(429, "2");
        await refused.Awaiting(static it => it).Should().ThrowAsync<ContactsRateLimitException>();
        limiter.Queues = false;
        limiter.Grant();
        await bench.Clock.TimerAsync(_twoSeconds);
        limiter.Events.Should().Equal("granted", "returned", "granted", "returned");
        bench.Clock.Advance(_twoSeconds);
        (await service.NextAsync()).Answer(200);

        (await call).Attempts.Should().ContainSingle().Which.WaitReason.Should().Be("limiter+held-back");
        bench.Handler.Count.Should().Be(2);
    }

    /// <summary>A service whose answers a test gives one by one.</summary>
    private sealed class GatedService
    {
        private readonly Channel<Request> _requests = Channel.CreateUnbounded<Request>();

        public Bench CreateBench(Action<ContactsClientOptions>? configure = null) => new(configure, Contacts.Generated.Tests.Answer.From(
            async (_, token) =>
            {
                var request = new Request();
                _requests.Writer.TryWrite(request);
                return await request.RespondAsync(token);
            }));

        public Task<Request> NextAsync() => _requests.Reader.ReadAsync().AsTask().WaitAsync(HangGuard.Limit);

        /// <summary>Has one call refused.</summary>
        public async Task RefuseAsync(Bench bench, string? retryAfter)
        {
            var call = bench.GetAsync();
            (await NextAsync()).Answer(429, retryAfter);
            await call.Awaiting(static it => it).Should().ThrowAsync<ContactsRateLimitException>();
        }
    }

    private sealed class Request
    {
        private readonly TaskCompletionSource<Answer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Answer(int status, string? retryAfter = null) => _answer.SetResult(status == 200
            ? Contacts.Generated.Tests.Answer.Json(Bench.Contact)
            : Contacts.Generated.Tests.Answer.Of(status, headers: retryAfter is null ? [] : [("Retry-After", retryAfter)]));

        public async Task<HttpResponseMessage> RespondAsync(CancellationToken cancellationToken) =>
            await (await _answer.Task.WaitAsync(cancellationToken)).RespondAsync(new HttpRequestMessage(), cancellationToken);
    }
}
