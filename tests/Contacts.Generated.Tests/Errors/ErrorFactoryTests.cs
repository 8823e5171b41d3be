namespace Contacts.Generated.Tests;

public class ErrorFactoryTests
{
    [Theory]
    [InlineData(302, typeof(ContactsApiException))]
    [InlineData(304, typeof(ContactsApiException))]
    [InlineData(400, typeof(ContactsValidationException))]
    [InlineData(401, typeof(ContactsAuthenticationException))]
    [InlineData(402, typeof(ContactsApiException))]
    [InlineData(403, typeof(ContactsPermissionException))]
    [InlineData(404, typeof(ContactsNotFoundException))]
    [InlineData(405, typeof(ContactsApiException))]
    [InlineData(406, typeof(ContactsApiException))]
    [InlineData(408, typeof(ContactsApiException))]
    [InlineData(409, typeof(ContactsConflictException))]
    [InlineData(410, typeof(ContactsNotFoundException))]
    [InlineData(411, typeof(ContactsApiException))]
    [InlineData(413, typeof(ContactsPayloadTooLargeException))]
    [InlineData(415, typeof(ContactsApiException))]
    [InlineData(418, typeof(ContactsApiException))]
    [InlineData(422, typeof(ContactsValidationException))]
    [InlineData(429, typeof(ContactsRateLimitException))]
    [InlineData(500, typeof(ContactsServerException))]
    [InlineData(501, typeof(ContactsServerException))]
    [InlineData(502, typeof(ContactsServerException))]
    [InlineData(503, typeof(ContactsServerException))]
    [InlineData(504, typeof(ContactsServerException))]
    [InlineData(599, typeof(ContactsServerException))]
    public void Status_decides_the_class_whatever_the_body_is(int status, Type expected)
    {
        foreach (var shape in ErrorShapes.All)
        {
            var exception = Create(status, shape.Body, shape.MediaType);

            exception.Should().BeOfType(expected, shape.Name);
            exception.Status.Should().Be(status);
            exception.Code.Should().Be(shape.Code);
            exception.GetServerMessage().Should().Be(shape.Message);
            if (shape.Body.Length == 0)
            {
                exception.GetResponseBody().Should().BeNull();
            }
            else
            {
                exception.GetResponseBody().Should().Be(shape.Body.TrimStart('\uFEFF'), shape.Name);
            }
        }
    }

    [Theory]
    [InlineData("""{"message":"Not Found"}""")]
    [InlineData("""{"message":" not found "}""")]
    [InlineData("""{"message":{"message":"NOT FOUND"}}""")]
    [InlineData("""{"code":40004,"message":"No such contact"}""")]
    [InlineData("""{"code":"40004"}""")]
    public void A_400_that_says_not_found_is_not_found(string body) => ErrorShapes.InEveryCulture(() =>
    {
        var exception = Create(400, body);

        exception.Should().BeOfType<ContactsNotFoundException>().Which.Status.Should().Be(400);
        exception.Message.Should().Contain("does not exist");
    });

    [Theory]
    [InlineData(400, """{"message":"Email Not Found in request"}""", typeof(ContactsValidationException))]
    [InlineData(400, """{"message":"Unauthorized - organization"}""", typeof(ContactsValidationException))]
    [InlineData(422, """{"message":"Not Found"}""", typeof(ContactsValidationException))]
    [InlineData(500, """{"code":40001,"message":"Not Found"}""", typeof(ContactsServerException))]
    [InlineData(400, """{"code":40001,"message":"Unauthorized"}""", typeof(ContactsValidationException))]
    public void Otherwise_the_body_does_not_change_the_class(int status, string body, Type expected) =>
        Create(status, body).Should().BeOfType(expected);

    [Fact]
    public void The_echoed_request_id_comes_before_that_of_the_body_and_that_before_the_sent_one()
    {
        Id("echoed", "body").Should().Be("echoed");
        Id("no token@", "body").Should().Be("body");
        Id(null, "no token@").Should().Be("sent/1");

        static string? Id(string? echoed, string inBody)
        {
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            if (echoed is not null)
            {
                headers["X-Request-ID"] = echoed;
            }

            return ErrorFactory.Create(new ErrorResponse
            {
                Status = 500,
                Body = ErrorShapes.Bytes($$"""{"request_id":"{{inBody}}"}"""),
                Headers = headers,
                SentRequestId = "sent/1",
            }).RequestId;
        }
    }

    [Fact]
    public void A_response_gives_status_headers_wait_and_text()
    {
        using var response = new HttpResponseMessage((System.Net.HttpStatusCode)429) { Content = new ByteArrayContent([]) };
        response.Headers.TryAddWithoutValidation("Retry-After", "7");
        response.Headers.TryAddWithoutValidation("x-request-id", "r-1");
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/plain; charset=iso-8859-1");

        var exception = ErrorFactory.Create(
            ErrorResponse.From(response, new byte[] { 0xE9 }, bodyTruncated: false, TimeProvider.System, "sent", "search"));

        exception.Should().BeOfType<ContactsRateLimitException>();
        exception.RetryAfter.Should().Be(TimeSpan.FromSeconds(7));
        exception.RequestId.Should().Be("r-1");
        exception.Headers["CONTENT-TYPE"].Should().Be("text/plain; charset=iso-8859-1");
        exception.GetServerMessage().Should().Be("é");
        exception.Message.Should().StartWith("search: ");
    }

    [Fact]
    public void A_malformed_content_type_does_no_harm()
    {
        using var response = new HttpResponseMessage(System.Net.HttpStatusCode.BadGateway) { Content = new ByteArrayContent([]) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", ";;; what");

        var exception = ErrorFactory.Create(ErrorResponse.From(response, ErrorShapes.Bytes("gone"), false, TimeProvider.System));

        exception.GetServerMessage().Should().Be("gone");
    }

    private static ContactsApiException Create(int status, string body, string? mediaType = "application/json") =>
        ErrorFactory.Create(new ErrorResponse { Status = status, Body = ErrorShapes.Bytes(body), MediaType = mediaType });
}
