namespace Contacts.Generated.Tests;

public class ExceptionMessageTests
{
    [Fact]
    public void An_answer_shows_status_code_request_id_wait_and_attempts() => ErrorShapes.InEveryCulture(() =>
        new ContactsRateLimitException(429, "RATE_1", "r-1")
        {
            Operation = "list",
            RetryAfter = TimeSpan.FromSeconds(1234.5),
            Attempts = [Attempt, Attempt, Attempt],
        }.Message.Should().Be(
            "list: The service returned 429 Too Many Requests (code RATE_1, retry after 1234.5 s, request id r-1, 3 attempts). "
            + "Make fewer calls at a time, and wait as long as RetryAfter says before the next one."));

    [Fact]
    public void An_answer_without_facts_shows_none() => new ContactsNotFoundException().Message.Should().Be(
        "The service returned 404 Not Found. The object does not exist, was removed, or belongs to another organization than the "
            + "credential; "
        + "check the id and GatewayUrl.");

    [Theory]
    [InlineData(300, "does not choose")]
    [InlineData(302, "GatewayUrl must name the final host")]
    [InlineData(304, "nothing has changed: use what you have")]
    [InlineData(305, "set the proxy")]
    [InlineData(308, "GatewayUrl must name the final host")]
    [InlineData(399, "does not know what the status asks for")]
    [InlineData(401, "Check that the credential is set")]
    [InlineData(403, "scoped key")]
    [InlineData(413, "smaller")]
    [InlineData(500, "Trying again later")]
    [InlineData(501, "will not help")]
    [InlineData(503, "trying again later")]
    public void Each_status_says_what_to_do(int status, string advice) =>
        ErrorFactory.Create(new ErrorResponse { Status = status }).Message.Should().Contain(advice);

    [Fact]
    public void Redirects_are_spoken_of_where_there_is_one()
    {
        for (var status = 300; status < 400; status++)
        {
            var message = ErrorFactory.Create(new ErrorResponse { Status = status }).Message;

            message.Contains("Redirects are not followed", StringComparison.Ordinal)
                .Should().Be(status is 301 or 302 or 303 or 307 or 308, "{0}", status);
        }
    }

    [Fact]
    public void Every_status_has_a_number_and_an_advice()
    {
        for (var status = 300; status < 600; status++)
        {
            var message = ErrorFactory.Create(new ErrorResponse { Status = status }).Message;

            message.Should().StartWith($"The service returned {status}").And.MatchRegex(@"^[^.]+\. [A-Z].+\.$");
        }
    }

    [Theory]
    [InlineData(TimeoutKind.Attempt, "An attempt did not finish within its limit of 1.5 s", "AttemptTimeout")]
    [InlineData(TimeoutKind.Total, "The call did not finish within its limit of 1.5 s", "Set Timeout")]
    [InlineData(TimeoutKind.Idle, "no byte moved for 1.5 s", "AttemptTimeout")]
    [InlineData(TimeoutKind.Unknown, "The call did not finish within 1.5 s", "AttemptTimeout or Timeout")]
    internal void A_timeout_says_which_limit_it_was_and_what_raises_it(TimeoutKind kind, string summary, string advice) =>
        ErrorShapes.InEveryCulture(() =>
    {
        var message = new ContactsTimeoutException(TimeSpan.FromSeconds(1.5), "r-1") { Kind = kind }.Message;

        message.Should().Contain(summary).And.Contain("(request id r-1). ").And.Contain(advice);
    });

    [Theory]
    [InlineData("text/html; charset=utf-8", "text/html")]
    [InlineData("text/csv", "text/csv")]
    public void A_wrong_answer_says_what_was_expected_and_what_came(string mediaType, string shown) =>
        new ContactsInvalidResponseException(200) { Expected = "CSV", MediaType = mediaType }.Message.Should().Be(
            $"The service returned 200 OK, but its {shown} body is not CSV. Check that GatewayUrl names the gateway and that no proxy or "
            + "sign-in page answers in its place; GetResponseBody() returns what was sent.");

    [Fact]
    public void A_wrong_answer_can_have_a_remedy_of_its_own() =>
        new ContactsInvalidResponseException(200) { Remedy = "Set MaxResponseBytes." }.Message.Should().Be(
            "The service returned 200 OK, but the body cannot be read. Set MaxResponseBytes.");

    [Theory]
    [InlineData("person@example.com")]
    [InlineData("text/person@example.com")]
    [InlineData("text")]
    [InlineData("/")]
    [InlineData("")]
    public void A_media_type_that_is_none_is_not_shown(string mediaType) =>
        new ContactsInvalidResponseException(200)
        { Expected = "JSON", MediaType = mediaType }.Message.Should().Contain("JSON was expected. ");

    [Fact]
    public void A_request_id_that_is_no_harmless_token_is_not_shown()
    {
        var exception = new ContactsConnectionException("call for person@example.com");

        exception.Message.Should().NotContain("person");
        exception.RequestId.Should().Be("call for person@example.com", "it is the caller's own");
    }

    private static ContactsAttempt Attempt { get; } = new(429, null, TimeSpan.FromSeconds(1), TimeSpan.Zero, null);
}
