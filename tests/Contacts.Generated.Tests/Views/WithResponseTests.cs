namespace Contacts.Generated.Tests;

public class WithResponseTests
{
    private readonly FakeGateway _gateway = new();

    private ContactsClientWithResponse View => field ??= TestClients.To(_gateway).WithResponse;

    [Fact]
    public async Task Value_status_and_headers_come_together()
    {
        _gateway.Then(201, """{"data":{"id":"c7"}}""", response =>
        {
            response.Headers.Add("X-Rate-Left", ["1", "2"]);
            response.Headers.Add("Set-Cookie", "session=1");
        });

        var response = await View.GetAsync("c7");

        response.Value.Id.Should().Be("c7");
        response.Status.Should().Be(201);
        response.Headers["x-rate-LEFT"].Should().Be("1, 2");
        response.Headers["content-type"].Should().StartWith("application/json");
        response.Headers.Should().NotContainKey("set-cookie");
    }

    [Fact]
    public async Task The_request_id_is_the_one_that_the_service_echoes()
    {
        _gateway.Then(200, """{"id":"c1"}""", response => response.Headers.Add("X-Request-Id", "theirs"));

        (await View.GetAsync("c1")).RequestId.Should().Be("theirs");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public async Task Without_an_echo_it_is_the_one_that_was_sent(string? echoed)
    {
        _gateway.Then(200, """{"id":"c1"}""", response =>
        {
            if (echoed is not null)
            {
                response.Headers.TryAddWithoutValidation("X-Request-Id", echoed);
            }
        });

        var response = await View.GetAsync("c1");

        response.RequestId.Should().NotBeNullOrWhiteSpace().And.Be(_gateway.Requests[0].Header("x-request-id"));
    }

    [Fact]
    public async Task Every_attempt_leaves_a_receipt_under_one_request_id()
    {
        _gateway.Then(503).ThenThrow(() => new HttpRequestException("reset"));

        var response = await View.GetAsync("c1");

        response.Attempts.Select(attempt => (attempt.Status, attempt.Error))
            .Should().Equal((503, null), (null, "connection_error"), (200, null));
        response.Attempts.Select(attempt => attempt.WaitReason).Should().Equal(null, "backoff", "backoff");
        _gateway.Requests.Select(sent => sent.Header("x-request-id")).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Two_calls_have_two_request_ids()
    {
        var ids = new[] { (await View.GetAsync("c1")).RequestId, (await View.GetAsync("c1")).RequestId };

        ids.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task A_view_of_a_view_keeps_its_options()
    {
        await TestClients.To(_gateway).WithOptions(new ContactsRequestOptions { RequestId = "mine-1" }).WithResponse.ListAsync();

        _gateway.Requests[0].Header("x-request-id").Should().Be("mine-1");
    }

    [Fact]
    public async Task A_streamed_export_has_its_details_too()
    {
        var response = await View.ExportCsvAsync();
        await using var export = response.Value;

        response.Status.Should().Be(200);
        response.Headers["content-type"].Should().StartWith("text/csv");
        using var reader = new StreamReader(export.Content);
        (await reader.ReadToEndAsync()).Should().Be(GoodAnswers.Csv);
    }
}
