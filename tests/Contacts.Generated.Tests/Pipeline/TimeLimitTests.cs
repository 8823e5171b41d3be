namespace Contacts.Generated.Tests;

public class TimeLimitTests
{
    private static readonly TimeSpan _attempt = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _total = TimeSpan.FromSeconds(100);

    [Fact]
    public async Task An_attempt_without_an_answer_ends_at_its_limit_and_is_tried_again()
    {
        var bench = new Bench(Answer.Silence());

        var call = bench.GetAsync();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            await bench.Handler.ArrivedAsync();
            bench.Clock.Advance(_attempt);
        }

        var error = await TimedOutAsync(call);
        error.Timeout.Should().Be(_attempt);
        error.Message.Should().Contain("An attempt did not finish within its limit of 30 s").And.Contain("Set AttemptTimeout");
        error.Attempts.Select(static attempt => (attempt.Status, attempt.Error, attempt.Duration))
            .Should().Equal(Enumerable.Repeat<(int?, string?, TimeSpan)>((null, "timeout", _attempt), 3));
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task The_limit_of_an_attempt_covers_the_body()
    {
        var bodies = Enumerable.Range(0, 3).Select(static _ => new TestBody("{", TestBody.Stall)).ToArray();
        var bench = new Bench([.. bodies.Select(static body => Answer.Of(200, body))]);

        var call = bench.GetAsync();
        foreach (var body in bodies)
        {
            await body.StalledAsync();
            bench.Clock.Advance(_attempt);
        }

        var error = await TimedOutAsync(call);
        error.Attempts.Select(static attempt => (attempt.Status, attempt.Error))
            .Should().Equal(Enumerable.Repeat<(int?, string?)>((200, "timeout"), 3));
        bodies.Should().OnlyContain(static body => body.IsDisposed);
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task A_limit_ends_a_body_that_does_not_heed_the_token()
    {
        var body = new TestBody("{", TestBody.Stall) { HeedsToken = false };
        var bench = new Bench(static options => options.MaxRetries = 0, Answer.Of(200, body));

        var call = bench.GetAsync();
        await body.StalledAsync();
        bench.Clock.Advance(_attempt);

        await TimedOutAsync(call);
    }

    [Fact]
    public async Task A_limit_is_a_timeout_whatever_the_transport_throws_then()
    {
        var body = new TestBody("{", TestBody.Stall) { ThrowsOnCancel = static () => new IOException("The connection was closed.") };
        var bench = new Bench(static options => options.MaxRetries = 0, Answer.Of(200, body));

        var call = bench.GetAsync();
        await body.StalledAsync();
        bench.Clock.Advance(_attempt);

        (await TimedOutAsync(call)).Attempts.Should().ContainSingle().Which.Error.Should().Be("timeout");
    }

    [Fact]
    public async Task The_total_limit_covers_the_body_and_all_attempts()
    {
        var body = new TestBody("{", TestBody.Stall);
        var bench = new Bench(static options => options.AttemptTimeout = TimeSpan.FromSeconds(70), Answer.Silence(), Answer.Of(200, body));

        var call = bench.GetAsync();
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(70));
        await body.StalledAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(30));

        var error = await TimedOutAsync(call);
        error.Timeout.Should().Be(_total);
        error.Message.Should().Contain("The call did not finish within its limit of 100 s").And.Contain("Set Timeout");
        error.Attempts.Should().HaveCount(2).And.OnlyContain(static attempt => attempt.Error == "timeout");
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task The_total_limit_keeps_the_last_real_error_as_its_cause()
    {
        var bench = new Bench(static options => options.AttemptTimeout = TimeSpan.FromSeconds(200), Answer.Of(503), Answer.Silence());

        var call = bench.GetAsync();
        await bench.Handler.ArrivedAsync();
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(_total);

        var error = await TimedOutAsync(call);
        error.InnerException.Should().BeOfType<ContactsServerException>().Which.Status.Should().Be(503);
        error.Attempts.Select(static attempt => (attempt.Status, attempt.Error)).Should().Equal((503, null), (null, "timeout"));
    }

    [Fact]
    public async Task An_attempts_limit_does_not_wipe_out_the_error_before_it()
    {
        var bench = new Bench(
            static options => options.AttemptTimeout = TimeSpan.FromSeconds(60), Answer.Of(503), Answer.Silence(), Answer.Silence());

        var call = bench.GetAsync();
        await bench.Handler.ArrivedAsync();
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(60));
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(40));

        var error = await TimedOutAsync(call);
        error.Timeout.Should().Be(_total);
        error.InnerException.Should().BeOfType<ContactsServerException>().Which.Status.Should().Be(503);
    }

    [Fact]
    public async Task A_wait_that_took_longer_than_planned_leaves_no_attempt_without_a_limit()
    {
        var overslept = TimeSpan.FromSeconds(150);
        var clock = new FaultClock { Skips = due => due == overslept };
        var bench = new Bench(
            clock, options => options.RetryWait = _ => overslept, Answer.Of(503, headers: ("Retry-After", "5")), Answer.Silence());

        var call = bench.GetAsync();
        await bench.Handler.ArrivedAsync();
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));

        var error = await TimedOutAsync(call);
        error.Timeout.Should().Be(_total);
        error.Attempts.Select(static attempt => (attempt.Status, attempt.Error)).Should().Equal((503, null), (null, "timeout"));
    }

    [Fact]
    public async Task A_view_may_set_other_limits_than_its_client()
    {
        var bench = new Bench(Answer.Silence());
        var view = bench.Client.WithOptions(
            new ContactsRequestOptions { Timeout = TimeSpan.FromSeconds(3), AttemptTimeout = TimeSpan.FromSeconds(2), MaxRetries = 5 });

        var call = view.GetAsync("con_1");
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(1));

        (await TimedOutAsync(call)).Timeout.Should().Be(TimeSpan.FromSeconds(3));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(503)]
    public async Task A_status_that_is_known_is_not_hidden_by_a_body_that_stalls(int status)
    {
        var body = new TestBody("""{"message":"part""", TestBody.Stall);
        var bench = new Bench(static options => options.MaxRetries = 0, Answer.Of(status, body));

        var call = bench.GetAsync();
        await body.StalledAsync();
        bench.Clock.Advance(_attempt);

        var error = (await call.Awaiting(static it => it).Should().ThrowAsync<ContactsApiException>()).Which;
        error.Status.Should().Be(status);
        error.Attempts.Should().ContainSingle().Which.Status.Should().Be(status);
    }

    [Fact]
    public async Task The_time_limit_of_an_injected_client_is_a_timeout_that_says_so()
    {
        using var http = new HttpClient(new ScriptedHandler(Answer.Silence())) { Timeout = TimeSpan.FromMilliseconds(1) };
        var client = new ContactsClient(
            new ContactsClientOptions { GatewayUrl = new Uri("http://gateway.test"), ApiKey = "api_test", MaxRetries = 0 }, http);

        var error = await TimedOutAsync(client.GetAsync("con_1"));

        error.Timeout.Should().Be(http.Timeout);
        error.Message.Should().Contain("HttpClient");
        error.IsTransient.Should().BeTrue();
    }

    [Fact]
    public async Task A_call_leaves_no_timer_behind()
    {
        var bench = new Bench(Answer.Of(503), Answer.Json(Bench.Contact));

        await bench.GetAsync();

        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task A_request_of_the_callers_own_comes_back_unread_and_its_limits_end_with_the_headers()
    {
        var body = new TestBody("one", TestBody.Stall, "two");
        var bench = new Bench(Answer.Of(200, body));

        using var response = await bench.Client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "contacts"));
        body.BytesRead.Should().Be(0);
        bench.Clock.AliveTimers.Should().Be(0);
        var text = new StreamReader(await response.Content.ReadAsStreamAsync()).ReadToEndAsync();
        await body.StalledAsync();
        bench.Clock.Advance(TimeSpan.FromHours(1));
        body.Resume();

        (await text.WaitAsync(HangGuard.Limit)).Should().Be("onetwo");
    }

    private static async Task<ContactsTimeoutException> TimedOutAsync(Task call) =>
        (await call.WaitAsync(HangGuard.Limit).Awaiting(static it => it).Should().ThrowAsync<ContactsTimeoutException>()).Which;
}
