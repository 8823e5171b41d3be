using System.Net.Sockets;

namespace Contacts.Generated.Tests;

public class RetryTests
{
    [Fact]
    public async Task A_passing_fault_is_tried_again_twice_and_the_receipts_tell()
    {
        var bench = new Bench(Answer.Of(503), Answer.Throws(static () => new IOException("broken")), Answer.Json(Bench.Contact));

        var response = await bench.Client.WithResponse.GetAsync("con_1");

        response.Value.Id.Should().Be("con_1");
        response.Attempts.Select(static attempt => (attempt.Status, attempt.Error, attempt.WaitReason))
            .Should().Equal((503, null, null), (null, "connection_error", "backoff"), (200, null, "backoff"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task As_many_retries_are_made_as_were_allowed(int retries)
    {
        var bench = new Bench(options => options.MaxRetries = retries, Answer.Of(503));

        var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsServerException>()).Which;

        error.Attempts.Should().HaveCount(retries + 1);
        bench.Handler.Count.Should().Be(retries + 1);
    }

    [Fact]
    public async Task A_view_may_allow_other_retries_than_its_client()
    {
        var bench = new Bench(Answer.Of(503));

        await bench.Client.WithOptions(new ContactsRequestOptions { MaxRetries = 0 })
            .Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsServerException>();

        bench.Handler.Count.Should().Be(1);
    }

    [Fact]
    public async Task Only_statuses_that_pass_by_themselves_are_tried_again()
    {
        int[] transient = [408, 429, 500, 502, 503, 504];
        for (var status = 300; status < 600; status++)
        {
            var bench = new Bench(Answer.Of(status));

            var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsApiException>()).Which;

            error.Status.Should().Be(status);
            error.IsTransient.Should().Be(transient.Contains(status), "that is what {0} means", status);
            bench.Handler.Count.Should().Be(error.IsTransient ? 3 : 1, "{0} was answered", status);
        }
    }

    [Fact]
    public async Task Every_fault_of_the_connection_is_tried_again_whatever_a_handler_threw()
    {
        foreach (var fault in new Exception[]
        {
            new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)),
            new IOException("broken"),
            new SocketException((int)SocketError.HostNotFound),
            new ObjectDisposedException("handler"),
            new InvalidOperationException("a handler's own"),
        })
        {
            var bench = new Bench(Answer.Throws(() => fault));

            var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsConnectionException>()).Which;

            error.Attempts.Should()
                .HaveCount(3).And.OnlyContain(static attempt => attempt.Status == null && attempt.Error == "connection_error");
        }
    }

    [Fact]
    public async Task A_handlers_own_time_limit_becomes_ours()
    {
        foreach (var fault in new Exception[]
        {
            new TimeoutException(),
            new TaskCanceledException("HttpClient.Timeout", new TimeoutException()),
            new Polly.Timeout.TimeoutRejectedException(TimeSpan.FromSeconds(7)),
        })
        {
            var bench = new Bench(Answer.Throws(() => fault));

            var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsTimeoutException>()).Which;

            error.Attempts.Should().HaveCount(3).And.OnlyContain(static attempt => attempt.Error == "timeout");
        }
    }

    [Fact]
    public async Task The_last_real_error_surfaces_alone()
    {
        var bench = new Bench(Answer.Of(500), Answer.Throws(static () => new IOException("broken")), Answer.Json("""{"message":"busy","code":"BUSY"}""", 503));

        var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsException>()).Which;

        error.Should().BeOfType<ContactsServerException>().Which.Code.Should().Be("BUSY");
        error.InnerException.Should().BeNull();
        error.Attempts.Select(static attempt => attempt.Status).Should().Equal(500, null, 503);
    }

    [Fact]
    public async Task A_failed_attempts_answer_is_disposed_before_the_next_attempt_begins()
    {
        var contents = Enumerable.Range(0, 3).Select(static _ => new TestContent(new TestBody("busy"), "text/plain")).ToArray();
        var bench = new Bench([.. contents.Select(static content => Answer.Of(503, content)), Answer.Json(Bench.Contact)]);
        bench.Handler.OnRequest = number => contents.Take(number).All(static content => content.IsDisposed).Should().BeTrue();

        await bench.Client.WithOptions(new ContactsRequestOptions { MaxRetries = 3 }).GetAsync("con_1");

        bench.Handler.Count.Should().Be(4);
        contents.Should().OnlyContain(static content => content.IsDisposed);
    }

    [Fact]
    public async Task An_answer_is_disposed_whether_it_can_be_read_or_not()
    {
        foreach (var body in new object[][] { [Bench.Contact], ["<html>"], ["{", new IOException("broken")], ["", TestBody.Endless] })
        {
            var content = new TestContent(new TestBody(body));
            var bench = new Bench(static options => (options.MaxRetries, options.MaxResponseBytes) = (0, 1024), Answer.Of(200, content));

            try
            {
                await bench.GetAsync();
            }
            catch (ContactsException)
            {
                // Which one it is, is another test's matter.
            }

            content.IsDisposed.Should().BeTrue();
            bench.Clock.AliveTimers.Should().Be(0);
        }
    }

    [Fact]
    public async Task A_body_that_breaks_off_after_success_is_a_fault_of_the_connection_and_tried_again()
    {
        var bench = new Bench(
            Answer.Of(200, static () => new TestContent(new TestBody("""{"id":"con""", new IOException("reset")))),
            Answer.Json(Bench.Contact));

        var response = await bench.Client.WithResponse.GetAsync("con_1");

        response.Value.Id.Should().Be("con_1");
        response.Attempts.Select(static attempt => (attempt.Status, attempt.Error)).Should().Equal((200, "connection_error"), (200, null));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_not_tried_again()
    {
        var bench = new Bench(Answer.Json("""{"id":"""));

        var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsInvalidResponseException>()).Which;

        error.IsTransient.Should().BeFalse();
        error.Attempts.Should().ContainSingle().Which.Error.Should().Be("invalid_response");
    }

    [Theory]
    [InlineData("PUT", 3)]
    [InlineData("DELETE", 3)]
    [InlineData("GET", 3)]
    [InlineData("POST", 1)]
    [InlineData("PATCH", 1)]
    public async Task A_request_of_the_callers_own_is_tried_again_if_its_method_is_idempotent(string method, int attempts)
    {
        var bench = new Bench(Answer.Of(503));

        await bench.Client.Awaiting(
            it => it.SendAsync(new HttpRequestMessage(new HttpMethod(method), "contacts") { Content = new StringContent("x") }))
            .Should().ThrowAsync<ContactsServerException>();

        bench.Handler.Requests.Should().HaveCount(attempts).And.OnlyContain(static request => request.Body == "x");
    }

    [Fact]
    public async Task A_request_of_the_callers_own_with_a_stream_is_sent_once()
    {
        var bench = new Bench(Answer.Of(503));

        await bench.Client.Awaiting(static it =>
            it.SendAsync(new HttpRequestMessage(HttpMethod.Put, "contacts") { Content = new StreamContent(new MemoryStream([1])) }))
            .Should().ThrowAsync<ContactsServerException>();

        bench.Handler.Count.Should().Be(1);
    }
}
