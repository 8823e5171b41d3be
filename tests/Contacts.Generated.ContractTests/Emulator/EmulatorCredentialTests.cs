using System.Text;
using Contacts.Generated.Testing;

namespace Contacts.Generated.ContractTests.Emulator;

/// <summary>What the gateway says of each credential.</summary>
public sealed class EmulatorCredentialTests : IDisposable
{
    private const string NoCredential = "Unauthorized - API key or Access Token required";
    private const string Jwt = "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.sig";

    private readonly ContactsEmulator _emulator = ContactsEmulator.Start();
    private readonly EmulatorHttp _http;

    public EmulatorCredentialTests() => _http = new EmulatorHttp(_emulator, withKey: false);

    public void Dispose()
    {
        _http.Dispose();
        _emulator.Dispose();
    }

    [Theory]
    [InlineData("x-api-key: k")]
    [InlineData("x-api-key: api_mine", "x-access-token: acc_unknown")]
    [InlineData("x-api-key:", "x-access-token: acc_mine")]
    [InlineData("x-access-token: acc_mine")]
    [InlineData("x-access-token: acc_mine", "x-organization-id: org_1")]
    [InlineData("authorization: Bearer acc_mine")]
    [InlineData("authorization: Bearer acc_mine", "x-organization-id: org_1")]
    [InlineData("authorization: bearer " + Jwt, "x-organization-id: org_1")]
    public async Task Any_credential_that_is_not_empty_will_do(params string[] headers) => (await StatusAsync(headers)).Should().Be(200);

    [Theory]
    [InlineData(NoCredential)]
    [InlineData(NoCredential, "x-api-key:")]
    [InlineData(NoCredential, "authorization: Basic abc")]
    [InlineData(NoCredential, "authorization: Bearer")]
    [InlineData(NoCredential, "x-organization-id: org_1")]
    [InlineData("Unauthorized", "x-access-token: acc_unknown_1")]
    [InlineData("Unauthorized", "x-access-token: " + Jwt)]
    [InlineData("Unauthorized", "x-access-token: " + Jwt, "x-organization-id: org_1")]
    [InlineData("Unauthorized", "authorization: Bearer " + Jwt)]
    [InlineData("Unauthorized", "authorization: Bearer acc_unknown", "x-access-token: acc_mine")]
    [InlineData("Unauthorized - Invalid token", "x-access-token: login_acc_1")]
    [InlineData("Unauthorized - Invalid JWT", "authorization: Bearer a.b.c", "x-organization-id: org_1")]
    [InlineData("Unauthorized - Invalid JWT", "authorization: Bearer eyJhbGciOiJub25lIn0.MQ.sig", "x-organization-id: org_1")]
    public async Task What_identifies_nobody_is_unauthorized(string message, params string[] headers)
    {
        using var response = await SendAsync(headers);

        ((int)response.StatusCode).Should().Be(401);
        (await response.Content.ReadAsStringAsync()).Should().Be($$"""{"message":"{{message}}"}""");
    }

    [Theory]
    [InlineData("api_unknown_1", 401, "Unauthorized", "Invalid API key")]
    [InlineData("api_scoped_1", 403, "Forbidden", "Invalid API path: /v1/contacts")]
    [InlineData("api_unjudged_1", 500, "Internal Server Error", "An error occurred during authentication")]
    public async Task A_key_that_is_refused_gets_an_id_of_the_error(string key, int status, string error, string message)
    {
        using var response = await SendAsync("x-api-key: " + key, "x-request-id: mine");

        ((int)response.StatusCode).Should().Be(status);
        var body = await EmulatorHttp.ReadAsync(response);
        body.EnumerateObject().Select(member => member.Name).Should().Equal("error", "message", "request_id");
        body.GetProperty("error").GetString().Should().Be(error);
        body.GetProperty("message").GetString().Should().Be(message);
        body.GetProperty("request_id").GetGuid().Should().NotBe(Guid.Empty);
        response.Headers.GetValues("x-request-id").Should().Equal("mine");
    }

    [Fact]
    public async Task A_token_that_nobody_can_judge_is_a_failure_of_the_gateway()
    {
        using var response = await SendAsync("x-access-token: acc_unjudged");

        ((int)response.StatusCode).Should().Be(500);
        (await response.Content.ReadAsStringAsync()).Should().Be("""{"message":"Internal Server Error"}""");
    }

    [Theory]
    [InlineData("""{"properties":{"organizations":[{"organization_id":"org_1"},{"organization_id":"org_2"}]}}""", 200)]
    [InlineData("""{"properties":{"organizations":[{"organization_id":"org_1"},7,{"organization_id":7}]}}""", 400)]
    [InlineData("""{"properties":{"organizations":[]}}""", 400)]
    [InlineData("""{"properties":{"organizations":"all"}}""", 200)]
    [InlineData("""{"properties":"none"}""", 200)]
    public async Task A_JWT_that_lists_organizations_is_for_those_only(string claims, int status)
    {
        var payload = Convert.ToBase64String(Encoding.UTF8.GetBytes(claims)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

        using var response = await SendAsync($"authorization: Bearer eyJhbGciOiJub25lIn0.{payload}.sig", "x-organization-id: org_2");

        ((int)response.StatusCode).Should().Be(status);
        if (status == 400)
        {
            (await EmulatorHttp.ReadAsync(response)).GetProperty("message").GetString()
                .Should().Be("Bad Request - organization_id not found in user organizations");
        }
    }

    [Fact]
    public async Task The_client_throws_what_the_gateway_means()
    {
        var unknown = _emulator.CreateClient(options => options.ApiKey = "api_unknown");
        var scoped = _emulator.CreateClient(options => options.ApiKey = "api_scoped");
        var wrongHeader = _emulator.CreateClient(options => options.AccessToken = Jwt);

        await FluentActions.Awaiting(() => unknown.ListAsync()).Should().ThrowAsync<ContactsAuthenticationException>();
        await FluentActions.Awaiting(() => scoped.ListAsync()).Should().ThrowAsync<ContactsPermissionException>();
        await FluentActions.Awaiting(() => wrongHeader.ListAsync()).Should().ThrowAsync<ContactsAuthenticationException>();
    }

    private async Task<int> StatusAsync(string[] headers)
    {
        using var response = await SendAsync(headers);
        return (int)response.StatusCode;
    }

    private Task<HttpResponseMessage> SendAsync(params string[] headers) => _http.SendAsync("GET", "/contacts", null, [.. headers
        .Select(header => header.Split(':', 2)).Select(parts => (parts[0], parts[1].Trim()))]);
}
