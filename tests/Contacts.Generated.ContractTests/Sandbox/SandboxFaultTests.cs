using System.Net.Sockets;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Sandbox;

public sealed class SandboxFaultTests : IDisposable
{
    private readonly ContactsSandbox _sandbox = ContactsSandbox.Start();
    private readonly SandboxHttp _http;

    public SandboxFaultTests() => _http = new SandboxHttp(_sandbox);

    public void Dispose()
    {
        _http.Dispose();
        _sandbox.Dispose();
    }

    [Theory]
    [InlineData(400, "application/json")]
    [InlineData(401, "application/json")]
    [InlineData(403, "application/json")]
    [InlineData(404, "application/json")]
    [InlineData(409, "application/json")]
    [InlineData(413, "application/json")]
    [InlineData(422, "application/json")]
    [InlineData(418, "application/json")]
    [InlineData(429, "text/plain")]
    [InlineData(500, "application/json")]
    [InlineData(502, "text/html")]
    [InlineData(503, "application/json")]
    [InlineData(504, "text/plain")]
    public async Task A_status_comes_with_the_body_that_the_service_would_send(int status, string mediaType)
    {
        _sandbox.FailNext(ContactsOperations.List, SandboxFault.Status(status));

        using var response = await _http.SendAsync("GET", "/contacts");

        ((int)response.StatusCode).Should().Be(status);
        response.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
        response.Headers.Contains("x-request-id").Should().BeTrue();
        response.Headers.RetryAfter.Should().BeNull();
    }

    [Theory]
    [InlineData("""{"a":1}""", "application/json")]
    [InlineData(" [1]", "application/json")]
    [InlineData("<p>x</p>", "text/html")]
    [InlineData("plain", "text/plain")]
    [InlineData("", "text/plain")]
    public async Task A_status_takes_a_body_of_the_tests_own_and_a_retry_after(string body, string mediaType)
    {
        _sandbox.FailNext(null, SandboxFault.Status(503, TimeSpan.FromSeconds(1.2), body));

        using var response = await _http.SendAsync("GET", "/contacts");

        (await response.Content.ReadAsStringAsync()).Should().Be(body);
        response.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Success_without_a_body_can_be_asked_for()
    {
        _sandbox.FailNext(ContactsOperations.DismissAllNotifications, SandboxFault.Status(204));

        using var response = await _http.SendAsync("DELETE", "/notifications/dismiss/all");

        ((int)response.StatusCode).Should().Be(204);
        _sandbox.Notifications.Should().HaveCount(30, "a status is answered instead of doing what was asked");
    }

    [Fact]
    public async Task Faults_hit_their_operation_in_the_order_they_were_asked_for_and_as_often()
    {
        _sandbox.FailNext(ContactsOperations.Get, SandboxFault.Status(501));
        _sandbox.FailNext(null, SandboxFault.Status(502), times: 2);
        _sandbox.FailNext(ContactsOperations.List, SandboxFault.Status(503));

        var statuses = new List<int>();
        foreach (var path in (string[])["/contacts", "/contacts/con_x", "/notifications", "/contacts", "/contacts"])
        {
            using var response = await _http.SendAsync("GET", path);
            statuses.Add((int)response.StatusCode);
        }

        statuses.Should().Equal(502, 501, 502, 503, 200);
    }

    [Fact]
    public async Task A_reset_is_a_reset_and_nothing_was_done()
    {
        _sandbox.FailNext(ContactsOperations.DismissAllNotifications, SandboxFault.ConnectionReset);

        var failure = await FluentActions.Awaiting(() => _http.SendAsync("DELETE", "/notifications/dismiss/all")).Should().ThrowAsync<HttpRequestException>();

        failure.Which.GetBaseException().Should().BeOfType<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
        _sandbox.Notifications.Should().HaveCount(30);
        _sandbox.Requests.Should().ContainSingle(request => request.Operation == ContactsOperations.DismissAllNotifications);
    }

    [Fact]
    public async Task A_truncated_body_is_shorter_than_announced_and_what_was_asked_is_done()
    {
        _sandbox.FailNext(ContactsOperations.DismissAllNotifications, SandboxFault.TruncatedBody);

        var failure = await FluentActions.Awaiting(() => _http.SendAsync("DELETE", "/notifications/dismiss/all")).Should().ThrowAsync<HttpRequestException>();

        failure.Which.GetBaseException().Should().BeOfType<HttpIOException>().Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        _sandbox.Notifications.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stalled_body_stays_open_until_the_client_leaves()
    {
        _sandbox.FailNext(ContactsOperations.List, SandboxFault.StalledBody);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_sandbox.GatewayUrl, SandboxHttp.Root + "/contacts"));
        request.Headers.Add("x-api-key", "k");
        using var cancel = new CancellationTokenSource();

        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var length = (int)response.Content.Headers.ContentLength!.Value;
        var body = await response.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[length / 2]);
        var rest = body.ReadAsync(new byte[1], cancel.Token).AsTask();
        rest.IsCompleted.Should().BeFalse();
        await cancel.CancelAsync();

        await FluentActions.Awaiting(() => rest).Should().ThrowAsync<OperationCanceledException>();
        (await _http.GetAsync("/contacts")).GetProperty("count").GetInt32().Should().Be(25);
    }

    [Fact]
    public async Task Disposing_ends_stalled_and_delayed_requests()
    {
        using var sandbox = ContactsSandbox.Start();
        using var http = new SandboxHttp(sandbox);
        sandbox.FailNext(ContactsOperations.List, SandboxFault.StalledBody);
        sandbox.FailNext(ContactsOperations.ListNotifications, SandboxFault.Delay(Timeout.InfiniteTimeSpan));
        var stalled = http.SendAsync("GET", "/contacts");
        var delayed = http.SendAsync("GET", "/notifications");

        // Until both have come; another request each time gives them the time.
        using var further = new SandboxHttp(sandbox);
        while (sandbox.Requests.Count(request => request.Operation != ContactsOperations.Search) < 2)
        {
            await further.GetAsync("/contacts/_search?q=nobody");
        }

        await sandbox.DisposeAsync();

        await FluentActions.Awaiting(() => stalled).Should().ThrowAsync<HttpRequestException>();
        await FluentActions.Awaiting(() => delayed).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_delay_lets_the_request_through()
    {
        _sandbox.FailNext(ContactsOperations.List, SandboxFault.Delay(TimeSpan.FromMilliseconds(1)));

        (await _http.GetAsync("/contacts")).GetProperty("count").GetInt32().Should().Be(25);
    }

    [Fact]
    public async Task Clients_do_not_wait_before_their_retries_but_say_how_long_they_would_have_waited()
    {
        _sandbox.FailNext(ContactsOperations.List, SandboxFault.Status(429, TimeSpan.FromSeconds(30)));
        _sandbox.FailNext(ContactsOperations.List, SandboxFault.ConnectionReset);
        var client = _sandbox.CreateClient(options => options.RetryDelay = TimeSpan.FromSeconds(60));

        var answer = await client.WithResponse.ListAsync();

        answer.Attempts.Should().HaveCount(3);
        _sandbox.Waits.Should().Equal(answer.Attempts[0].Wait, answer.Attempts[1].Wait);
        _sandbox.Waits[0].Should().Be(TimeSpan.FromSeconds(30));
        _sandbox.Requests.Should().HaveCount(3);
    }

    [Fact]
    public void A_misspelt_operation_is_an_error_that_names_the_nearest()
    {
        FluentActions.Invoking(() => _sandbox.FailNext("getComment", SandboxFault.ConnectionReset))
            .Should().Throw<ArgumentException>().WithMessage("*\"getComment\"*\"getComments\"*").WithParameterName("operation");
        FluentActions.Invoking(() => _sandbox.FailNext("ListNotification", SandboxFault.ConnectionReset))
            .Should().Throw<ArgumentException>().WithMessage("*\"listNotifications\"*");
    }

    [Fact]
    public void Faults_that_cannot_be_are_refused()
    {
        FluentActions.Invoking(() => _sandbox.FailNext(null, null!)).Should().Throw<ArgumentNullException>().WithParameterName("fault");
        FluentActions.Invoking(() => _sandbox.FailNext(null, SandboxFault.ConnectionReset, 0)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("times");
        FluentActions.Invoking(() => SandboxFault.Status(99)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("status");
        FluentActions.Invoking(() => SandboxFault.Status(600)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("status");
        FluentActions.Invoking(() => SandboxFault.Status(500, TimeSpan.FromSeconds(-1))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("retryAfter");
        FluentActions.Invoking(() => SandboxFault.Delay(TimeSpan.FromSeconds(-5))).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("delay");
    }
}
