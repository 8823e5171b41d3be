namespace Contacts.Generated.Tests;

public class RequestOptionsCheckTests
{
    private readonly FakeGateway _gateway = new();

    [Theory]
    [InlineData("x-api-key", "Credential")]
    [InlineData("X-Access-Token", "Credential")]
    [InlineData("authorization", "Credential")]
    [InlineData("x-organization-id", "OrganizationId")]
    [InlineData("X-REQUEST-ID", "RequestId")]
    [InlineData("Host", "GatewayUrl")]
    [InlineData("Accept", "operation")]
    [InlineData("Expect", "operation")]
    [InlineData("Accept-Encoding", "decompresses")]
    [InlineData("Content-Type", "body")]
    [InlineData("Content-Length", "body")]
    [InlineData("Content-Encoding", "body")]
    [InlineData("Content-Language", "body")]
    [InlineData("content-anything", "body")]
    [InlineData("Last-Modified", "body")]
    [InlineData("Expires", "body")]
    [InlineData("Allow", "body")]
    [InlineData("Transfer-Encoding", "connection")]
    [InlineData("Connection", "connection")]
    [InlineData("Keep-Alive", "connection")]
    [InlineData("TE", "connection")]
    [InlineData("Trailer", "connection")]
    [InlineData("Upgrade", "connection")]
    [InlineData("Proxy-Authorization", "proxy")]
    [InlineData("Cookie", "no cookies")]
    public void A_header_that_the_SDK_owns_is_refused_and_its_owner_named(string header, string owner)
    {
        Refusal(new ContactsRequestOptions { Headers = { [header] = "marker-9" } })
            .Should().Contain(header).And.Contain(owner).And.NotContain("marker-9");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("X Tenant")]
    [InlineData("X-Tenant:")]
    [InlineData("X-Ténant")]
    [InlineData("X\r\nY")]
    public void A_name_that_is_none_is_refused(string name) =>
        Refusal(new ContactsRequestOptions { Headers = { [name] = "1" } }).Should().Contain("invalid header name");

    [Theory]
    [InlineData("a\r\nX-Injected: 1")]
    [InlineData("ä")]
    [InlineData("a\u0000")]
    [InlineData(" a")]
    public void A_value_that_no_header_can_carry_is_refused_and_not_repeated(string value) =>
        Refusal(new ContactsRequestOptions { Headers = { ["X-Tenant"] = value } }).Should().Contain("X-Tenant").And.NotContain("Injected");

    [Fact]
    public void A_value_that_is_null_is_refused() =>
        Refusal(new ContactsRequestOptions { Headers = { ["X-Tenant"] = null! } }).Should().Contain("X-Tenant").And.Contain("null");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    [InlineData("ä")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456")]
    public void A_request_id_that_cannot_be_sent_is_refused(string requestId) =>
        Refusal(new ContactsRequestOptions { RequestId = requestId }).Should().Contain("RequestId");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("org\r\n")]
    public void An_organization_that_cannot_be_sent_is_refused(string organization) =>
        Refusal(new ContactsRequestOptions { OrganizationId = organization }).Should().Contain("OrganizationId");

    [Fact]
    public void Numbers_out_of_bounds_are_refused()
    {
        Refusal(new ContactsRequestOptions { MaxRetries = -1 }).Should().Contain("MaxRetries");
        Refusal(new ContactsRequestOptions { MaxRetries = 11 }).Should().Contain("MaxRetries");
        foreach (var wrong in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(
            -1), Timeout.InfiniteTimeSpan, TimeSpan.FromDays(1.01), TimeSpan.MaxValue })
        {
            Refusal(new ContactsRequestOptions { Timeout = wrong }).Should().Contain("Timeout");
            Refusal(new ContactsRequestOptions { AttemptTimeout = wrong }).Should().Contain("AttemptTimeout");
        }
    }

    [Fact]
    public void Null_options_are_refused() =>
        TestClients.To(_gateway)
            .Invoking(client => client.WithOptions(null!)).Should().Throw<ArgumentNullException>().Which.ParamName.Should().Be("options");

    [Theory]
    [InlineData("x-api-key")]
    [InlineData("Authorization")]
    [InlineData("x-organization-id")]
    [InlineData("x-request-id")]
    [InlineData("Host")]
    [InlineData("Cookie")]
    public async Task A_request_of_ones_own_cannot_set_them_either(string header)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts");
        request.Headers.TryAddWithoutValidation(header, "marker-9");

        (await TestClients.To(_gateway).Invoking(client => client.SendAsync(request)).Should().ThrowAsync<ArgumentException>())
            .Which.Message
            .Should().ContainEquivalentOf(header).And.NotContain("marker-9");
        _gateway.Requests.Should().BeEmpty();
    }

    private string Refusal(ContactsRequestOptions options)
    {
        var error = TestClients.To(_gateway).Invoking(client => client.WithOptions(options)).Should().Throw<ArgumentException>().Which;
        error.ParamName.Should().Be("options");
        return error.Message;
    }
}
