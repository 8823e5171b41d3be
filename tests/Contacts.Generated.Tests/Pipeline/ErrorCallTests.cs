namespace Contacts.Generated.Tests;

public class ErrorCallTests
{
    public static TheoryData<string> Shapes => ErrorShapes.Names();

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task Status_decides_the_class_whatever_the_body_is(string name)
    {
        var (_, mediaType, body, message, code) = ErrorShapes.Get(name);
        foreach (var (status, type) in new[]
        {
            (400, typeof(ContactsValidationException)),
            (401, typeof(ContactsAuthenticationException)),
            (403, typeof(ContactsPermissionException)),
            (404, typeof(ContactsNotFoundException)),
            (409, typeof(ContactsConflictException)),
            (413, typeof(ContactsPayloadTooLargeException)),
            (418, typeof(ContactsApiException)),
            (422, typeof(ContactsValidationException)),
            (429, typeof(ContactsRateLimitException)),
            (500, typeof(ContactsServerException)),
            (502, typeof(ContactsServerException)),
            (504, typeof(ContactsServerException)),
        })
        {
            var bench = new Bench(
                static options => options.MaxRetries = 0, Answer.Of(status, body, mediaType, ("X-Request-ID", "echoed-1")));

            var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsApiException>()).Which;

            error.Should().BeOfType(type);
            error.Status.Should().Be(status);
            error.GetServerMessage().Should().Be(message);
            error.Code.Should().Be(code);
            error.RequestId.Should().Be("echoed-1");
            error.Headers["x-request-id"].Should().Be("echoed-1");
            error.Message.Should().StartWith("get: ").And.NotContainAny(ErrorShapes.Markers);
            error.ToString().Should().NotContainAny(ErrorShapes.Markers);
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public async Task A_success_with_such_a_body_is_an_invalid_response_or_a_value_and_nothing_else(string name)
    {
        var (_, mediaType, body, _, _) = ErrorShapes.Get(name);
        foreach (var operation in Operations.All)
        {
            var bench = new Bench(Answer.Of(200, body, mediaType));

            var error = await operation.OutcomeAsync(bench.Client, CancellationToken.None);

            error.Failure.Should().Match<Exception?>(
                static it => it == null || it is ContactsInvalidResponseException, "{0} was answered so", operation.Name);
            bench.Handler.Count.Should().Be(1);
        }
    }

    [Fact]
    public async Task A_missing_contact_is_not_found_with_400_too()
    {
        foreach (var body in new[] { """{"message":"Not Found"}""", """{"code":40004,"message":"gone"}""" })
        {
            await new Bench(Answer.Json(body, 400)).Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsNotFoundException>();
        }
    }

    [Fact]
    public async Task An_error_body_that_breaks_off_keeps_its_status()
    {
        foreach (var fault in new Exception[] { new IOException(
            "reset"), new HttpRequestException("ended"), new NotSupportedException("a handler's own") })
        {
            var bench = new Bench(Answer.Of(409, new TestBody("""{"message":""", fault)));

            (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsConflictException>())
                .Which.GetResponseBody().Should().StartWith("""{"message":""", "what has come is kept").And.NotBe("""{"message":""");
        }
    }

    [Fact]
    public async Task A_redirect_is_an_error_that_names_what_to_set()
    {
        var bench = new Bench(Answer.Of(302, headers: ("Location", "https://other.test/secret?token=1")));

        var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsApiException>()).Which;

        error.Message.Should().Contain("GatewayUrl");
        error.Headers["Location"].Should().Be("https://other.test");
    }

    [Fact]
    public async Task An_injected_client_that_followed_a_redirect_to_another_host_is_an_error_that_names_the_switch()
    {
        foreach (var status in new[] { 200, 404, 503 })
        {
            var bench = new Bench(Answer.From(async (request, token) =>
            {
                var response = await Answer.Json(Bench.Contact, status).RespondAsync(request, token);
                response.RequestMessage = new HttpRequestMessage(HttpMethod.Get, "http://other.test/channel-service/v1/contacts/con_1");
                return response;
            }));

            var error = (await bench.Awaiting(static it => it.GetAsync()).Should().ThrowAsync<ContactsInvalidResponseException>()).Which;

            error.Message.Should().Contain("AllowAutoRedirect");
            bench.Handler.Count.Should().Be(1);
        }
    }

    [Fact]
    public async Task A_request_of_the_callers_own_keeps_the_options_that_a_handler_may_look_for()
    {
        var key = new HttpRequestOptionsKey<string>("mine");
        string? seen = null;
        var bench = new Bench(Answer.From((request, _) =>
        {
            request.Options.TryGetValue(key, out seen);
            return Task.FromResult(new HttpResponseMessage());
        }));
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts");
        request.Options.Set(key, "value");

        (await bench.Client.SendAsync(request)).Dispose();

        seen.Should().Be("value");
    }
}
