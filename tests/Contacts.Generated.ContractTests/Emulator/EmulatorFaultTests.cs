using System.Net.Sockets;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

public sealed class EmulatorFaultTests : IDisposable
{
    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly EmulatorHttp _http;

    public EmulatorFaultTests() => _http = new EmulatorHttp(_emulator);

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
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
        _emulator.FailNext(ContactsOperations.List, EmulatorFault.Status(status));

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
        _emulator.FailNext(null, EmulatorFault.Status(503, TimeSpan.FromSeconds(1.2), body));

        using var response = await _http.SendAsync("GET", "/contacts");

        (await response.Content.ReadAsStringAsync()).Should().Be(body);
        response.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
        response.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Success_without_a_body_can_be_asked_for()
    {
        _emulator.FailNext(ContactsOperations.DismissAllNotifications, EmulatorFault.Status(204));

        using var response = await _http.SendAsync("DELETE", "/notifications/dismiss/all");

        ((int)response.StatusCode).Should().Be(204);
        _emulator.Notifications.Should().HaveCount(30, "a status is answered instead of doing what was asked");
    }

    [Fact]
    public async Task Faults_hit_their_operation_in_the_order_they_were_asked_for_and_as_often()
    {
        _emulator.FailNext(ContactsOperations.Get, EmulatorFault.Status(501));
        _emulator.FailNext(null, EmulatorFault.Status(502), times: 2);
        _emulator.FailNext(ContactsOperations.List, EmulatorFault.Status(503));

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
        _emulator.FailNext(ContactsOperations.DismissAllNotifications, EmulatorFault.ConnectionReset);

        var failure = await FluentActions.Awaiting(() => _http.SendAsync("DELETE", "/notifications/dismiss/all"))
            .Should().ThrowAsync<HttpRequestException>();

        failure.Which.GetBaseException()
            .Should().BeOfType<SocketException>().Which.SocketErrorCode.Should().Be(SocketError.ConnectionReset);
        _emulator.Notifications.Should().HaveCount(30);
        _emulator.Requests.Should().ContainSingle(request => request.Operation == ContactsOperations.DismissAllNotifications);
    }

    [Fact]
    public async Task A_truncated_body_is_shorter_than_announced_and_what_was_asked_is_done()
    {
        _emulator.FailNext(ContactsOperations.DismissAllNotifications, EmulatorFault.TruncatedBody);

        var failure = await FluentActions.Awaiting(() => _http.SendAsync("DELETE", "/notifications/dismiss/all"))
            .Should().ThrowAsync<HttpRequestException>();

        failure.Which.GetBaseException()
            .Should().BeOfType<HttpIOException>().Which.HttpRequestError.Should().Be(HttpRequestError.ResponseEnded);
        _emulator.Notifications.Should().BeEmpty();
    }

    [Fact]
    public async Task A_stalled_body_stays_open_until_the_client_leaves()
    {
        _emulator.FailNext(ContactsOperations.List, EmulatorFault.StalledBody);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(_emulator.GatewayUrl, EmulatorHttp.Root + "/contacts"));
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
        using var emulator = ContactsEmulator.Start();
        using var http = new EmulatorHttp(emulator);
        emulator.FailNext(ContactsOperations.List, EmulatorFault.StalledBody);
        emulator.FailNext(ContactsOperations.ListNotifications, EmulatorFault.Delay(Timeout.InfiniteTimeSpan));
        var stalled = http.SendAsync("GET", "/contacts");
        var delayed = http.SendAsync("GET", "/notifications");

        // Until both have come; another request each time gives them the time.
        using var further = new EmulatorHttp(emulator);
        while (emulator.Requests.Count(request => request.Operation != ContactsOperations.Search) < 2)
        {
            await further.GetAsync("/contacts/_search?q=nobody");
        }

        await emulator.DisposeAsync();

        await FluentActions.Awaiting(() => stalled).Should().ThrowAsync<HttpRequestException>();
        await FluentActions.Awaiting(() => delayed).Should().ThrowAsync<HttpRequestException>();
    }

    [Fact]
    public async Task A_delay_lets_the_request_through()
    {
        _emulator.FailNext(ContactsOperations.List, EmulatorFault.Delay(TimeSpan.FromMilliseconds(1)));

        (await _http.GetAsync("/contacts")).GetProperty("count").GetInt32().Should().Be(25);
    }

    [Fact]
    public async Task Clients_do_not_wait_before_their_retries_but_say_how_long_they_would_have_waited()
    {
        _emulator.FailNext(ContactsOperations.List, EmulatorFault.Status(429, TimeSpan.FromSeconds(30)));
        _emulator.FailNext(ContactsOperations.List, EmulatorFault.ConnectionReset);
        var client = _emulator.CreateClient(options => options.RetryDelay = TimeSpan.FromSeconds(60));

        var answer = await client.WithResponse.ListAsync();

        answer.Attempts.Should().HaveCount(3);
        _emulator.Waits.Should().Equal(answer.Attempts[1].Wait, answer.Attempts[2].Wait);
        _emulator.Waits[0].Should().Be(TimeSpan.FromSeconds(30));
        _emulator.Requests.Should().HaveCount(3);
    }

    [Fact]
    public void A_misspelt_operation_is_an_error_that_names_the_nearest()
    {
        FluentActions.Invoking(() => _emulator.FailNext("getContact", EmulatorFault.ConnectionReset))
            .Should().Throw<ArgumentException>().WithMessage("*\"getContact\"*\"getComment\"*").WithParameterName("operation");
        FluentActions.Invoking(() => _emulator.FailNext("ListNotification", EmulatorFault.ConnectionReset))
            .Should().Throw<ArgumentException>().WithMessage("*\"listNotifications\"*");
    }

    [Fact]
    public void Faults_that_cannot_be_are_refused()
    {
        FluentActions.Invoking(() => _emulator.FailNext(null, null!)).Should().Throw<ArgumentNullException>().WithParameterName("fault");
        FluentActions.Invoking(() => _emulator.FailNext(null, EmulatorFault.ConnectionReset, 0))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("times");
        FluentActions.Invoking(() => EmulatorFault.Status(99)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("status");
        FluentActions.Invoking(() => EmulatorFault.Status(600)).Should().Throw<ArgumentOutOfRangeException>().WithParameterName("status");
        FluentActions.Invoking(() => EmulatorFault.Status(500, TimeSpan.FromSeconds(-1)))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("retryAfter");
        FluentActions.Invoking(() => EmulatorFault.Delay(TimeSpan.FromSeconds(-5)))
            .Should().Throw<ArgumentOutOfRangeException>().WithParameterName("delay");
    }
}
