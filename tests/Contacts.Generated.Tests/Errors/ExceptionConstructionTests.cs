using System.Reflection;

namespace Contacts.Generated.Tests;

public class ExceptionConstructionTests
{
    [Theory]
    [InlineData(typeof(ContactsAuthenticationException), 401)]
    [InlineData(typeof(ContactsPermissionException), 403)]
    [InlineData(typeof(ContactsNotFoundException), 404)]
    [InlineData(typeof(ContactsValidationException), 422)]
    [InlineData(typeof(ContactsConflictException), 409)]
    [InlineData(typeof(ContactsPayloadTooLargeException), 413)]
    [InlineData(typeof(ContactsRateLimitException), 429)]
    [InlineData(typeof(ContactsServerException), 500)]
    public void A_test_of_an_application_can_make_one_without_arguments(Type type, int status)
    {
        var constructor = type.GetConstructors().Should().ContainSingle().Subject;

        var exception = (ContactsApiException)constructor.Invoke(
            BindingFlags.OptionalParamBinding, null, [Type.Missing, Type.Missing, Type.Missing, Type.Missing], null);

        exception.Status.Should().Be(status);
        exception.Code.Should().BeNull();
        exception.RequestId.Should().BeNull();
        exception.RetryAfter.Should().BeNull();
        exception.Headers.Should().BeEmpty();
        exception.Attempts.Should().BeEmpty();
        exception.GetServerMessage().Should().BeNull();
        exception.GetResponseBody().Should().BeNull();
        exception.Message.Should().StartWith("The service returned ").And.EndWith(".");
    }

    [Fact]
    public void What_is_given_is_what_is_seen()
    {
        var inner = new InvalidOperationException("mine");

        var exception = new ContactsNotFoundException(410, "GONE", "r-1", inner)
        {
            RetryAfter = TimeSpan.FromSeconds(1),
            Headers = new Dictionary<string, string> { ["a"] = "b" },
        };

        exception.Status.Should().Be(410);
        exception.Code.Should().Be("GONE");
        exception.RequestId.Should().Be("r-1");
        exception.InnerException.Should().BeSameAs(inner);
        exception.RetryAfter.Should().Be(TimeSpan.FromSeconds(1));
        exception.Headers.Should().ContainKey("a");
    }

    [Fact]
    public void A_code_that_does_not_look_like_one_is_dropped_whoever_gives_it() =>
        new ContactsApiException(400, "mail person@example.com").Code.Should().BeNull();

    [Fact]
    public void Headers_are_case_insensitive_and_empty_unless_given() =>
        new ContactsServerException().Headers.TryGetValue("x", out _).Should().BeFalse();

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(404, false)]
    [InlineData(408, true)]
    [InlineData(409, false)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(501, false)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    [InlineData(505, false)]
    public void Whether_an_answer_is_transient_depends_on_its_status(int status, bool expected) =>
        ErrorFactory.Create(new ErrorResponse { Status = status }).IsTransient.Should().Be(expected);

    [Fact]
    public void Connection_failures_and_timeouts_are_transient_and_a_wrong_answer_is_not()
    {
        new ContactsConnectionException().IsTransient.Should().BeTrue();
        new ContactsTimeoutException(TimeSpan.FromSeconds(1)).IsTransient.Should().BeTrue();
        new ContactsInvalidResponseException(200).IsTransient.Should().BeFalse();
    }

    [Fact]
    public void An_avatar_that_was_not_set_is_as_transient_as_its_cause()
    {
        var cause = new ContactsServerException(503, requestId: "r-1")
        {
            Attempts = [new ContactsAttempt(503, null, TimeSpan.FromSeconds(1), TimeSpan.Zero, null)],
        };

        var exception = new ContactsAvatarNotSetException("https://files.example/a", cause);

        exception.IsTransient.Should().BeTrue();
        exception.RequestId.Should().Be("r-1");
        exception.Attempts.Should().BeSameAs(cause.Attempts);
        exception.InnerException.Should().BeSameAs(cause);
        exception.GetUploadedUrl().Should().Be("https://files.example/a");
        new ContactsAvatarNotSetException("u", new ContactsNotFoundException()).IsTransient.Should().BeFalse();
        new ContactsAvatarNotSetException("u", new InvalidOperationException()).IsTransient.Should().BeFalse();
    }
}
