namespace Contacts.Generated.Tests;

public class CancellationTests
{
    [Fact]
    public async Task Cancelling_before_the_call_sends_nothing()
    {
        var bench = new Bench(Answer.Json(Bench.Contact));

        await ShouldBeCancelledAsync(bench.GetAsync(new CancellationToken(canceled: true)), new CancellationToken(canceled: true));

        bench.Handler.Count.Should().Be(0);
    }

    [Fact]
    public async Task Cancelling_while_the_answer_is_awaited_ends_the_call()
    {
        var bench = new Bench(Answer.Silence());
        using var source = new CancellationTokenSource();

        var call = bench.GetAsync(source.Token);
        await bench.Handler.ArrivedAsync();
        await source.CancelAsync();

        await ShouldBeCancelledAsync(call, source.Token);
        bench.Handler.Count.Should().Be(1);
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task Cancelling_while_the_body_is_read_ends_the_call()
    {
        var body = new TestBody("{", TestBody.Stall);
        var bench = new Bench(Answer.Of(200, body));
        using var source = new CancellationTokenSource();

        var call = bench.GetAsync(source.Token);
        await body.StalledAsync();
        await source.CancelAsync();

        await ShouldBeCancelledAsync(call, source.Token);
        body.IsDisposed.Should().BeTrue();
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task Cancelling_ends_a_body_that_does_not_heed_the_token()
    {
        var body = new TestBody("{", TestBody.Stall) { HeedsToken = false };
        var bench = new Bench(Answer.Of(200, body));
        using var source = new CancellationTokenSource();

        var call = bench.GetAsync(source.Token);
        await body.StalledAsync();
        await source.CancelAsync();

        await ShouldBeCancelledAsync(call, source.Token);
    }

    [Fact]
    public async Task Cancelling_is_a_cancellation_whatever_the_transport_throws_then()
    {
        foreach (var fault in new Func<Exception>[]
        {
            static () => new IOException("The connection was closed."),
            static () => new ObjectDisposedException("socket"),
            static () => new HttpRequestException("aborted"),
        })
        {
            var body = new TestBody("{", TestBody.Stall) { ThrowsOnCancel = fault };
            var bench = new Bench(Answer.Of(200, body));
            using var source = new CancellationTokenSource();

            var call = bench.GetAsync(source.Token);
            await body.StalledAsync();
            await source.CancelAsync();

            await ShouldBeCancelledAsync(call, source.Token);
        }
    }

    [Fact]
    public async Task Cancelling_while_an_error_body_is_read_ends_the_call()
    {
        var body = new TestBody("{", TestBody.Stall);
        var bench = new Bench(Answer.Of(404, body));
        using var source = new CancellationTokenSource();

        var call = bench.GetAsync(source.Token);
        await body.StalledAsync();
        await source.CancelAsync();

        await ShouldBeCancelledAsync(call, source.Token);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Cancelling_when_an_error_has_come_does_not_hide_it(int status)
    {
        using var source = new CancellationTokenSource();
        var bench = new Bench(Answer.Of(status, new CancellingBody(source)));

        var error = (await bench.Awaiting(it => it.GetAsync(source.Token)).Should().ThrowAsync<ContactsApiException>()).Which;

        error.Status.Should().Be(status);
        bench.Handler.Count.Should().Be(1);
    }

    [Fact]
    public async Task Cancelling_during_backoff_returns_at_once()
    {
        var bench = new Bench(static options => options.Jitter = static () => 0.5, Answer.Of(503));
        using var source = new CancellationTokenSource();

        var call = bench.GetAsync(source.Token);
        await bench.Clock.TimerAsync(TimeSpan.FromSeconds(0.25));
        await source.CancelAsync();

        await ShouldBeCancelledAsync(call, source.Token);
        bench.Handler.Count.Should().Be(1);
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task Cancelling_after_the_call_changes_nothing()
    {
        var bench = new Bench(Answer.Json(Bench.Contact));
        using var source = new CancellationTokenSource();

        var contact = await bench.GetAsync(source.Token);
        await source.CancelAsync();

        contact.Id.Should().Be("con_1");
    }

    [Fact]
    public async Task Cancelling_an_upload_ends_it_while_it_sends_and_while_it_waits()
    {
        foreach (var takesContent in new[] { true, false })
        {
            var target = new TestTarget();
            var bench = new Bench(takesContent
                ? Answer.Silence()
                : Answer.From(async (request, token) =>
                    { await request.Content!.CopyToAsync(target, token); return new HttpResponseMessage(); }, takesContent: false));
            using var source = new CancellationTokenSource();

            var call = bench.Client.UploadAvatarAsync(Bench.Picture, cancellationToken: source.Token);
            await (takesContent ? bench.Handler.ArrivedAsync() : target.WritingAsync());
            await source.CancelAsync();

            await ShouldBeCancelledAsync(call, source.Token);
            bench.Clock.AliveTimers.Should().Be(0);
        }
    }

    [Fact]
    public async Task Cancelling_an_export_ends_it_until_it_is_handed_over_and_then_by_the_readers_own_token()
    {
        var opening = new TestBody(TestBody.Stall);
        var body = new TestBody("id,name\n", TestBody.Stall);
        var bench = new Bench(Answer.Of(200, opening, "text/csv"), Answer.Of(200, body, "text/csv"));
        using var first = new CancellationTokenSource();
        var call = bench.Client.ExportCsvAsync(cancellationToken: first.Token);
        await opening.StalledAsync();
        await first.CancelAsync();
        await ShouldBeCancelledAsync(call, first.Token);

        using var second = new CancellationTokenSource();
        using var reading = new CancellationTokenSource();
        await using var export = await bench.Client.ExportCsvAsync(cancellationToken: second.Token);
        await second.CancelAsync();
        var copy = export.CopyToAsync(new MemoryStream(), cancellationToken: reading.Token);
        await body.StalledAsync();
        await reading.CancelAsync();

        await ShouldBeCancelledAsync(copy, reading.Token);
    }

    private static async Task ShouldBeCancelledAsync(Task call, CancellationToken token)
    {
        var cancelled = (await call.WaitAsync(HangGuard.Limit, CancellationToken.None)
            .Awaiting(static it => it).Should().ThrowAsync<OperationCanceledException>()).Which;
        cancelled.CancellationToken.Should().Be(token);
    }

    /// <summary>An empty body that has its caller cancel when the SDK is through with it.</summary>
    private sealed class CancellingBody(CancellationTokenSource source) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            source.Cancel();
            base.Dispose(disposing);
        }
    }
}
