namespace Contacts.Generated.Tests;

public class DismissFallbackTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(411)]
    public async Task A_DELETE_whose_body_was_lost_is_sent_once_more_as_a_POST(int status)
    {
        var bench = new Bench(Answer.Of(status), Answer.Json("{}"));

        var response = await bench.Client.WithResponse.DismissNotificationAsync("not_1");

        response.Value.Success.Should().BeTrue();
        response.Attempts.Select(static attempt => attempt.Status).Should().Equal(status, 200);
        bench.Handler.Requests.Select(static request => (request.Method.Method, request.Body))
            .Should().Equal(("DELETE", """["not_1"]"""), ("POST", """{"ids":["not_1"]}"""));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(409)]
    [InlineData(413)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Another_error_is_not(int status)
    {
        var bench = new Bench(Answer.Of(status));

        await bench.Client.Awaiting(static it => it.DismissNotificationAsync("not_1")).Should().ThrowAsync<ContactsApiException>();

        bench.Handler.Requests.Should().OnlyContain(static request => request.Method == HttpMethod.Delete);
    }

    [Fact]
    public async Task A_reset_is_after_the_retries_are_used_up()
    {
        var reset = Answer.Throws(static () => new IOException("reset"));
        var bench = new Bench(reset, reset, reset, Answer.Of(204));

        var response = await bench.Client.WithResponse.DismissNotificationAsync("not_1");

        response.Value.Success.Should().BeTrue();
        response.Attempts.Select(static attempt => (attempt.Status, attempt.Error, attempt.WaitReason)).Should().Equal(
            (null, "connection_error", null), (null, "connection_error", "backoff"), (null, "connection_error", "backoff"),
            (204, null, null));
    }

    [Fact]
    public async Task When_the_POST_fails_too_the_first_error_surfaces_with_every_receipt()
    {
        foreach (var second in new[] { Answer.Of(
            503), Answer.Of(404), Answer.Of(401), Answer.Throws(static () => new IOException("reset")) })
        {
            var bench = new Bench(Answer.Json("""{"message":"no body"}""", 400), second);

            var error = (await bench.Client.Awaiting(static it => it.DismissNotificationAsync("not_1"))
                .Should().ThrowAsync<ContactsValidationException>()).Which;

            error.GetServerMessage().Should().Be("no body");
            error.Attempts.Should().HaveCount(2);
            bench.Handler.Count.Should().Be(2, "the other form is sent once");
        }
    }

    [Fact]
    public async Task Both_forms_share_one_request_id_and_one_deadline()
    {
        var ids = new List<string>();
        var bench = new Bench(
            Answer.From(Note),
            Answer.From(async (request, token) =>
            {
                await Note(request, token);
                return await Answer.Silence().RespondAsync(request, token);
            }));
        bench.Handler.OnRequest = number => bench.Clock.Advance(number == 0 ? TimeSpan.FromSeconds(20) : TimeSpan.Zero);

        var call = bench.Client.WithOptions(new ContactsRequestOptions { Timeout = TimeSpan.FromSeconds(25) })
            .DismissNotificationAsync("not_1");
        await bench.Handler.ArrivedAsync();
        await bench.Handler.ArrivedAsync();
        bench.Clock.Advance(TimeSpan.FromSeconds(5));

        var error = (await call.WaitAsync(HangGuard.Limit).Awaiting(static it => it).Should().ThrowAsync<ContactsNotFoundException>())
            .Which;
        error.Attempts.Select(static attempt => (attempt.Status, attempt.Error)).Should().Equal((404, null), (null, "timeout"));
        ids.Should().HaveCount(2).And.OnlyContain(id => id == ids[0]);
        bench.Clock.AliveTimers.Should().Be(0);

        Task<HttpResponseMessage> Note(HttpRequestMessage request, CancellationToken token)
        {
            ids.Add(request.Headers.GetValues("x-request-id").Single());
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.NotFound));
        }
    }

    [Fact]
    public async Task Cancelling_during_the_POST_is_a_cancellation()
    {
        var bench = new Bench(Answer.Of(404), Answer.Silence());
        using var source = new CancellationTokenSource();

        var call = bench.Client.DismissNotificationAsync("not_1", source.Token);
        await bench.Handler.ArrivedAsync();
        await bench.Handler.ArrivedAsync();
        await source.CancelAsync();

        (await call.WaitAsync(HangGuard.Limit, CancellationToken.None)
            .Awaiting(static it => it).Should().ThrowAsync<OperationCanceledException>())
            .Which.CancellationToken.Should().Be(source.Token);
    }

    [Fact]
    public async Task The_vendors_own_form_has_no_other()
    {
        var bench = new Bench(static options => options.Dialect = ContactsDialect.VendorSdk, Answer.Of(404));

        await bench.Client.Awaiting(static it => it.DismissNotificationAsync("not_1")).Should().ThrowAsync<ContactsNotFoundException>();

        bench.Handler.Count.Should().Be(1);
    }
}
