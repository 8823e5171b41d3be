namespace Contacts.Generated.Tests;

public class TransferTimeTests
{
    private static readonly TimeSpan _idle = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task An_export_that_stalls_before_it_is_handed_over_is_tried_again()
    {
        var first = new TestBody(TestBody.Stall);
        var bench = new Bench(Answer.Silence(), Answer.Of(200, first, "text/csv"), Answer.Of(200, "id\n", "text/csv"));

        var call = bench.Client.WithResponse.ExportCsvAsync();
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(_idle);
        await first.StalledAsync();
        bench.Clock.Advance(_idle);

        var response = await call.WaitAsync(HangGuard.Limit);
        response.Attempts.Select(static attempt => (attempt.Status, attempt.Error))
            .Should().Equal((null, "timeout"), (200, "timeout"), (200, null));
        await response.Value.DisposeAsync();
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task An_export_has_no_total_limit_as_long_as_bytes_come()
    {
        var body = new TestBody("id\n", TestBody.Stall, "1\n", TestBody.Stall, "2\n", TestBody.Stall, "3\n", TestBody.Stall, "4\n",
            TestBody.Stall, "5\n", TestBody.Stall, "6\n");
        var bench = new Bench(Answer.Of(200, body, "text/csv"));

        await using var export = await bench.Client.ExportCsvAsync();
        var text = new StreamReader(export.Content).ReadToEndAsync();
        for (var stall = 0; stall < 6; stall++)
        {
            await body.StalledAsync();
            bench.Clock.Advance(_pause);
            body.Resume();
        }

        (await text.WaitAsync(HangGuard.Limit)).Should().Be("id\n1\n2\n3\n4\n5\n6\n");
    }

    [Fact]
    public async Task An_export_that_stalls_while_it_is_read_ends_with_the_calls_receipts()
    {
        var body = new TestBody("id\n", TestBody.Stall);
        var bench = new Bench(Answer.Of(503), Answer.Of(200, body, "text/csv"));

        var export = await bench.Client.ExportCsvAsync();
        var copy = export.CopyToAsync(new MemoryStream());
        await body.StalledAsync();
        bench.Clock.Advance(_idle);

        var error = await TimedOutAsync(copy);
        error.Timeout.Should().Be(_idle);
        error.Message.Should().StartWith("exportCsv: The transfer stalled: no byte moved for 30 s");
        error.Attempts.Select(static attempt => attempt.Status).Should().Equal(503, 200);
        export.Dispose();
        body.IsDisposed.Should().BeTrue();
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task An_export_that_stalls_while_it_is_read_synchronously_ends_too()
    {
        var body = new TestBody("id\n", TestBody.Stall);
        var bench = new Bench(Answer.Of(200, body, "text/csv"));

        await using var export = await bench.Client.ExportCsvAsync();
        var reading = Task.Factory.StartNew(() =>
            new StreamReader(export.Content).ReadToEnd(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await body.StalledAsync();
        bench.Clock.Advance(_idle);

        await TimedOutAsync(reading);
    }

    [Fact]
    public async Task An_export_does_not_stall_while_its_reader_takes_its_time()
    {
        var bench = new Bench(Answer.Of(200, new TestBody("id\n", "1\n"), "text/csv"));

        await using var export = await bench.Client.ExportCsvAsync();
        bench.Clock.Advance(TimeSpan.FromHours(1));
        var buffer = new byte[3];
        await export.Content.ReadExactlyAsync(buffer);
        bench.Clock.Advance(TimeSpan.FromHours(1));

        (await new StreamReader(export.Content).ReadToEndAsync()).Should().Be("1\n");
    }

    [Fact]
    public async Task An_export_has_a_total_limit_if_a_view_sets_one()
    {
        var body = new TestBody("id\n", TestBody.Stall, "1\n", TestBody.Stall);
        var bench = new Bench(Answer.Of(200, body, "text/csv"));

        await using var export = await bench.Client.WithOptions(new ContactsRequestOptions { Timeout = TimeSpan.FromSeconds(40) })
            .ExportCsvAsync();
        var copy = export.CopyToAsync(new MemoryStream());
        await body.StalledAsync();
        bench.Clock.Advance(_pause);
        body.Resume();
        await body.StalledAsync();
        bench.Clock.Advance(_pause);

        var error = await TimedOutAsync(copy);
        error.Timeout.Should().Be(TimeSpan.FromSeconds(40));
        error.Message.Should().Contain("The call did not finish within its limit of 40 s");
    }

    [Fact]
    public async Task An_export_that_breaks_off_while_it_is_read_is_a_fault_of_the_connection()
    {
        foreach (var fault in new Exception[] { new IOException(
            "reset"), new HttpRequestException("ended"), new ObjectDisposedException("socket") })
        {
            var bench = new Bench(Answer.Of(200, new TestBody("id\n", fault), "text/csv"));
            await using var export = await bench.Client.ExportCsvAsync();

            var error = (await export.Awaiting(static it => it.CopyToAsync(new MemoryStream()))
                .Should().ThrowAsync<ContactsConnectionException>()).Which;

            error.Attempts.Should().ContainSingle();
            error.Message.Should().StartWith("exportCsv: ");
        }
    }

    [Fact]
    public async Task An_export_that_was_disposed_says_so()
    {
        var bench = new Bench(Answer.Of(200, new TestBody("id\n", "1\n"), "text/csv"));
        var export = await bench.Client.ExportCsvAsync();
        await export.Content.ReadExactlyAsync(new byte[3]);
        var content = export.Content;
        await export.DisposeAsync();

        await content.Awaiting(static it => it.ReadAsync(new byte[3]).AsTask()).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task A_read_with_a_token_that_is_cancelled_already_does_not_end_the_export()
    {
        var bench = new Bench(Answer.Of(200, new TestBody("id\n", "1\n"), "text/csv"));
        await using var export = await bench.Client.ExportCsvAsync();
        await export.Content.ReadExactlyAsync(new byte[3]);

        await export.Content.Awaiting(static it => it.ReadAsync(new byte[3], new CancellationToken(canceled: true)).AsTask())
            .Should().ThrowAsync<OperationCanceledException>();

        (await new StreamReader(export.Content).ReadToEndAsync()).Should().Be("1\n");
    }

    [Fact]
    public async Task An_upload_has_no_total_limit_as_long_as_bytes_move()
    {
        var target = new TestTarget();
        var response = new TestBody("""{"url":""", TestBody.Stall, "\"https://files.test/x\"}");
        var bench = new Bench(Sent(target, response));

        var call = bench.Client.UploadAvatarAsync(UploadContent.FromBytes(new byte[300_000], "picture.png"));
        for (var write = 0; write < 7; write++)
        {
            // The head, five slices of 64 KiB at most, the end.
            await target.WritingAsync();
            bench.Clock.Advance(_pause);
            target.LetThrough();
        }

        await response.StalledAsync();
        bench.Clock.Advance(_pause);
        response.Resume();

        (await call.WaitAsync(HangGuard.Limit)).Url.Should().Be("https://files.test/x");
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task An_upload_that_stalls_ends_at_the_idle_limit_and_is_not_sent_again()
    {
        var target = new TestTarget();
        var bench = new Bench(Sent(target, new TestBody("{}")));

        var call = bench.Client.UploadAvatarAsync(Bench.Picture);
        await target.WritingAsync();
        target.LetThrough();
        await target.WritingAsync();
        bench.Clock.Advance(_idle);

        var error = await TimedOutAsync(call);
        error.Message.Should().StartWith("uploadAvatar: The transfer stalled: no byte moved for 30 s");
        bench.Handler.Count.Should().Be(1);
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task An_upload_that_is_never_answered_ends_at_the_idle_limit()
    {
        var bench = new Bench(Answer.Silence());

        var call = bench.Client.UploadAvatarAsync(Bench.Picture);
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(_idle);

        await TimedOutAsync(call);
        bench.Handler.Count.Should().Be(1);
    }

    [Fact]
    public async Task An_upload_has_a_total_limit_if_a_view_sets_one_and_retries_share_it()
    {
        var bench = new Bench(Answer.Of(429), Answer.Silence());
        bench.Handler.OnRequest = number => bench.Clock.Advance(number == 0 ? _pause : TimeSpan.Zero);

        var call = bench.Client.WithOptions(new ContactsRequestOptions { Timeout = TimeSpan.FromSeconds(40) })
            .UploadAvatarAsync(Bench.Picture);
        await bench.Handler.ArrivedAsync();
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(_pause);

        var error = await TimedOutAsync(call);
        error.Timeout.Should().Be(TimeSpan.FromSeconds(40));
        error.Attempts.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_answer_to_an_upload_is_waited_for_as_long_as_an_attempt_however_its_bytes_trickle()
    {
        var response = new TestBody("{", TestBody.Stall, " ", TestBody.Stall, " ", TestBody.Stall, "}");
        var bench = new Bench(Answer.Of(200, response));

        var call = bench.Client.UploadAvatarAsync(Bench.Picture);
        await response.StalledAsync();
        bench.Clock.Advance(_pause);
        response.Resume();
        await response.StalledAsync();
        bench.Clock.Advance(_pause);

        (await TimedOutAsync(call)).Message.Should().Contain("An attempt did not finish within its limit of 30 s");
        bench.Clock.AliveTimers.Should().Be(0);
    }

    [Fact]
    public async Task A_body_that_trickles_after_a_status_that_is_known_is_given_a_second()
    {
        var second = TimeSpan.FromSeconds(1);
        foreach (var (answer, operation) in new (Func<TestBody, Answer>, Func<ContactsClient, Task>)[]
        {
            (static body => Answer.Of(500, body), static client => client.UploadAvatarAsync(Bench.Picture)),
            (static body => Answer.Of(500, body), static client => client.ExportCsvAsync()),
            (static body => Answer.Of(409, body), static client => client.GetAsync("con_1")),
            (static body => Answer.Of(200, body), static client => client.ExportCsvAsync()),
        })
        {
            var body = new TestBody("""{"message":"so far""", TestBody.Stall, " ", TestBody.Stall, " ", TestBody.Stall) { HeedsToken = false };
            var bench = new Bench(static options => options.MaxRetries = 0, answer(body));

            var call = operation(bench.Client);
            await body.StalledAsync();
            bench.Clock.Advance(second / 2);
            body.Resume();
            await body.StalledAsync();
            bench.Clock.Advance(second / 2);

            var error = (await call.WaitAsync(HangGuard.Limit).Awaiting(static it => it).Should().ThrowAsync<ContactsException>()).Which;
            error.Should().Match(static it => it is ContactsApiException || it is ContactsInvalidResponseException);
            bench.Clock.AliveTimers.Should().Be(0);
        }
    }

    [Fact]
    public async Task A_status_that_is_known_is_not_hidden_by_a_body_that_stalls()
    {
        var body = new TestBody("too la", TestBody.Stall);
        var bench = new Bench(Answer.Of(413, body, "text/plain"));

        var call = bench.Client.UploadAvatarAsync(Bench.Picture);
        await body.StalledAsync();
        bench.Clock.Advance(_idle);

        await call.WaitAsync(HangGuard.Limit).Awaiting(static it => it).Should().ThrowAsync<ContactsPayloadTooLargeException>();
    }

    private static Answer Sent(TestTarget target, TestBody response) => Answer.From(
        async (request, token) =>
        {
            await request.Content!.CopyToAsync(target, token);
            return new HttpResponseMessage { Content = new TestContent(response) };
        },
        takesContent: false);

    private static async Task<ContactsTimeoutException> TimedOutAsync(Task call) =>
        (await call.WaitAsync(HangGuard.Limit).Awaiting(static it => it).Should().ThrowAsync<ContactsTimeoutException>()).Which;
}
