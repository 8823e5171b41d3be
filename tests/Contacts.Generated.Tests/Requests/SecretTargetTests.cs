namespace Contacts.Generated.Tests;

/// <summary>Where a contract may want the secret.</summary>
public sealed class SecretTargetTests
{
    [Fact]
    public void A_key_goes_into_a_header() =>
        Sent(new SecretTarget(SecretPlace.Header, "X-Key")).Headers.GetValues("X-Key").Should().Equal("k:y 1");

    [Theory]
    [InlineData("https://gateway.example/a", "https://gateway.example/a?api%20key=k%3Ay%201")]
    [InlineData("https://gateway.example/a?b=c", "https://gateway.example/a?b=c&api%20key=k%3Ay%201")]
    public void A_key_goes_into_the_query(string address, string expected) =>
        Sent(new SecretTarget(SecretPlace.Query, "api key"), address).RequestUri!.AbsoluteUri.Should().Be(expected);

    [Fact]
    public void A_key_goes_beside_other_cookies() =>
        Sent(new SecretTarget(SecretPlace.Cookie, "sid"), cookie: "a=b").Headers.GetValues("Cookie").Should().Equal("a=b; sid=k%3Ay%201");

    [Fact]
    public void A_token_is_a_bearer() =>
        Sent(new SecretTarget(SecretPlace.Bearer)).Headers.GetValues("Authorization").Should().Equal("Bearer k:y 1");

    [Fact]
    public void A_name_and_a_password_are_basic() =>
        Sent(new SecretTarget(SecretPlace.Basic)).Headers.GetValues("Authorization").Should().Equal("Basic azp5IDE=");

    [Fact]
    public void A_credential_that_the_service_does_not_take_is_refused()
    {
        var plan = new SecurityPlan { BearerToken = new(SecretPlace.Bearer), Elsewhere = new() { ApiKey = new(SecretPlace.Header, "k") } };

        FluentActions.Invoking(() => ContactsCredential.Basic("me", "pass").Check(plan, organizationId: null, "options"))
            .Should().Throw<ArgumentException>().WithMessage("*Basic*").WithParameterName("options");
        ContactsCredential.BearerToken((_, _) => new("t")).Check(plan, organizationId: null, "options");
        ContactsCredential.ApiKey((_, _) => new("k")).Check(plan, organizationId: null, "options");
    }

    [Theory]
    [InlineData(null, "p")]
    [InlineData("", "p")]
    [InlineData("a:b", "p")]
    [InlineData("a", null)]
    public void A_name_without_a_password_is_refused(string? name, string? password) =>
        FluentActions.Invoking(() => ContactsCredential.Basic(name!, password!)).Should().Throw<ArgumentException>();

    private static HttpRequestMessage Sent(SecretTarget target, string address = "https://gateway.example/a", string? cookie = null)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null)
        {
            message.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        target.Put(message, "k:y 1");
        return message;
    }
}
