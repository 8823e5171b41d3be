namespace Contacts.Generated.Tests;

public class MalformedAnswerTests
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    [Theory]
    [InlineData("")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\nno length\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"")]
    [InlineData(Head + "Content-Length: 9000000000000\r\n\r\n{\"id\":\"con_1\"}")]
    [InlineData(Head + "Content-Length: 15\r\n\r\n{\"id\"")]
    public async Task An_answer_that_is_no_whole_HTTP_is_a_fault_of_the_connection_and_tried_again(string answer)
    {
        await using var server = new RawServer(answer);

        var error = (await Client(server).Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsConnectionException>())
            .Which;

        error.Attempts.Should().HaveCount(3).And.OnlyContain(static attempt => attempt.Error == "connection_error");
        error.ToString().Should().NotContainAny("nonsense", "no length", "SSH-2.0");
    }

    [Fact]
    public async Task A_body_that_the_connections_end_delimits_is_read()
    {
        await using var server = new RawServer(Head + "\r\n{\"id\":\"con_1\"}");

        (await Client(server).GetAsync("con_1")).Id.Should().Be("con_1");
    }

    [Theory]
    [InlineData(404)]
    [InlineData(409)]
    public async Task An_error_whose_body_breaks_off_keeps_its_status(int status)
    {
        await using var server = new RawServer($"HTTP/1.1 {status} X\r\nContent-Length: 1000\r\n\r\n{{\"message\":");

        (await Client(server).Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsApiException>())
            .Which.Status.Should().Be(status);
    }

    [Fact]
    public async Task A_header_that_is_no_header_of_its_kind_does_no_harm()
    {
        await using var server = new RawServer(
            "HTTP/1.1 429 X\r\nContent-Type: ;;;\r\nRetry-After: \u00ff\r\nServer: \"\r\nX-Request-Id: a b\r\nContent-Length: "
                + "4\r\n\r\nbusy");

        var error = (await Client(server).Awaiting(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsRateLimitException>())
            .Which;

        error.RetryAfter.Should().BeNull();
        error.GetServerMessage().Should().Be("busy");
    }

    private static ContactsClient Client(RawServer server) =>
        new(new ContactsClientOptions
        {
            GatewayUrl = server.Address,
            ApiKey = "api_test",
            TimeProvider = new FaultClock(),
            Jitter = static () => 0
        });
}
