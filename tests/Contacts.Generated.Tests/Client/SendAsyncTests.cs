using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>The way out to what the contract lacks.</summary>
public class SendAsyncTests
{
    [Theory]
    [InlineData("contacts/by-board-item/bi_1?x=1")]
    [InlineData("/contacts/by-board-item/bi_1?x=1")]
    public async Task A_relative_address_is_below_the_service(string address)
    {
        var gateway = new FakeGateway();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        using var response = await gateway.Client().SendAsync(request);

        gateway.Single.Address.AbsoluteUri.Should().Be("https://gateway.example/channel-service/v1/contacts/by-board-item/bi_1?x=1");
        gateway.Single.Headers.Should().Contain("x-api-key", "api_test_key").And.ContainKeys("x-request-id", "User-Agent");
    }

    [Theory]
    [InlineData("https://gateway.example/channel-service/v1/contacts")]
    [InlineData("https://elsewhere.example/contacts")]
    [InlineData("//elsewhere.example/contacts")]
    [InlineData("///elsewhere.example/contacts")]
    [InlineData("file:///etc/passwd")]
    [InlineData("C:\\contacts")]
    [InlineData("https:contacts")]
    [InlineData("contacts://elsewhere.example/contacts")]
    [InlineData("contacts:/elsewhere")]
    [InlineData("\\contacts")]
    [InlineData("contacts:../../admin")]
    [InlineData("contacts:batch/../../admin")]
    [InlineData("\\\\elsewhere.example\\contacts")]
    [InlineData("/\\elsewhere.example/contacts")]
    [InlineData("../contacts")]
    [InlineData("..")]
    [InlineData("/../v1/contacts")]
    [InlineData("contacts/../files")]
    [InlineData("contacts/%2e%2E/files?x=1")]
    [InlineData("contacts/./files#x")]
    [InlineData("contacts/../../../admin")]
    [InlineData("contacts/..\\..\\..\\admin")]
    [InlineData("%2e%2e/%2E%2E/admin")]
    [InlineData("../../channel-service/v10/contacts")]
    public async Task An_address_elsewhere_is_refused(string address)
    {
        var gateway = new FakeGateway();
        using var request = new HttpRequestMessage { RequestUri = new Uri(address, UriKind.RelativeOrAbsolute) };

        await gateway.Client().Invoking(client => client.SendAsync(request))
            .Should().ThrowAsync<ArgumentException>().WithParameterName("request").WithMessage("The RequestUri*");

        gateway.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("contacts:batch", "contacts:batch")]
    [InlineData("/contacts:batch", "contacts:batch")]
    [InlineData("contacts:batch?ids=a:b", "contacts:batch?ids=a:b")]
    [InlineData("contacts/con_1:restore", "contacts/con_1:restore")]
    [InlineData("urn:contacts:x/y//z", "urn:contacts:x/y//z")]
    [InlineData("contacts?next=http://a/b", "contacts?next=http://a/b")]
    [InlineData("?limit=1", "?limit=1")]
    [InlineData("contacts/a b", "contacts/a%20b")]
    public async Task A_path_may_have_a_colon_in_any_segment(string address, string expected)
    {
        foreach (var root in new[] { "https://gateway.example", "https://gateway.example:8443/api/" })
        {
            foreach (var kind in new[] { UriKind.RelativeOrAbsolute, UriKind.Relative })
            {
                if (Uri.TryCreate(address, kind, out var given))
                {
                    var gateway = new FakeGateway();
                    using var request = new HttpRequestMessage(HttpMethod.Post, given);

                    using var response = await gateway.Client(options => options.GatewayUrl = new Uri(root)).SendAsync(request);

                    gateway.Single.Address.AbsoluteUri.Should().Be(root.TrimEnd('/') + "/channel-service/v1/" + expected);
                }
            }
        }
    }

    [Theory]
    [InlineData("https://gateway.example", "/channel-service/v1/contacts")]
    [InlineData("https://gateway.example", "channel-service/v1/contacts?x=1")]
    [InlineData("https://gateway.example", "Channel-Service/v2/contacts")]
    [InlineData("https://gateway.example", "/channel%2Dservice/v1/contacts")]
    [InlineData("https://gateway.example", "channel-service")]
    [InlineData("https://gateway.example/api", "/api/channel-service/v1/contacts")]
    [InlineData("https://gateway.example/api", "/channel-service/v1/contacts")]
    [InlineData("https://gateway.example/a/b/", "a/b/channel-service/v1/contacts")]
    public async Task The_services_path_is_not_doubled(string root, string address)
    {
        var gateway = new FakeGateway();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        await gateway.Client(options => options.GatewayUrl = new Uri(root)).Invoking(client => client.SendAsync(request))
            .Should().ThrowAsync<ArgumentException>().WithParameterName("request")
                .WithMessage("The RequestUri contains the service's path, but channel-service/v1/ is put before it*\"contacts\"*");

        gateway.Requests.Should().BeEmpty();
    }

    [Theory]
    [InlineData("api/contacts")]
    [InlineData("contacts/channel-service")]
    [InlineData("contacts?path=/channel-service/v1/contacts")]
    public async Task What_only_looks_like_the_services_path_is_sent(string address)
    {
        var gateway = new FakeGateway();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);

        using var response = await gateway.Client(options => options.GatewayUrl = new Uri("https://gateway.example/api"))
            .SendAsync(request);

        gateway.Single.Address.AbsoluteUri.Should().Be("https://gateway.example/api/channel-service/v1/" + address);
    }

    [Fact]
    public async Task Dots_in_a_query_and_in_a_name_are_no_way_out()
    {
        var gateway = new FakeGateway();
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts/a..b/...?path=a/../b");

        using var response = await gateway.Client().SendAsync(request);

        gateway.Single.Address.PathAndQuery.Should().Be("/channel-service/v1/contacts/a..b/...?path=a/../b");
    }

    [Fact]
    public async Task An_address_that_is_missing_is_refused()
    {
        using var request = new HttpRequestMessage();

        await new FakeGateway().Client()
            .Invoking(client => client.SendAsync(request)).Should().ThrowAsync<ArgumentException>().WithMessage("*Set a relative one*");
    }

    [Theory]
    [InlineData("x-api-key")]
    [InlineData("X-Access-Token")]
    [InlineData("Authorization")]
    [InlineData("x-organization-id")]
    [InlineData("x-request-id")]
    [InlineData("Host")]
    [InlineData("Cookie")]
    [InlineData("Transfer-Encoding")]
    public async Task A_header_of_the_clients_own_is_refused(string name)
    {
        var gateway = new FakeGateway();
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts");
        request.Headers.TryAddWithoutValidation(name, "value");

        await gateway.Client().Invoking(client => client.SendAsync(request))
            .Should().ThrowAsync<ArgumentException>().WithParameterName("request").WithMessage($"*{name}*Remove it*");

        gateway.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task Other_headers_and_the_content_go_through_unchanged()
    {
        var gateway = new FakeGateway();
        using var request = new HttpRequestMessage(HttpMethod.Post, "contacts/con_1/comments")
        {
            Headers = { { "Accept", "text/plain" }, { "x-own", "1" } },
            Content = new StringContent("""{"content":"Ünï"}""", Encoding.UTF8, "application/json"),
        };

        using var response = await gateway.Client(options => options.Dialect = ContactsDialect.VendorSdk).SendAsync(request);

        gateway.Single.Method.Should().Be("POST");
        gateway.Single.Text.Should().Be("""{"content":"Ünï"}""");
        gateway.Single.Headers.Should()
            .Contain("Accept", "text/plain").And.Contain("x-own", "1").And.Contain("Content-Type", "application/json; charset=utf-8");
    }

    [Fact]
    public async Task No_dialect_touches_it()
    {
        var gateway = new FakeGateway();
        using var request = new HttpRequestMessage(HttpMethod.Get, "contacts/_search?q=x");

        using var response = await gateway.Client().SendAsync(request);

        gateway.Single.RawQuery.Should().Be("q=x", "the web application's type=text belongs to the operation");
    }

    [Fact]
    public async Task A_success_comes_back_unread()
    {
        var body = new UnreadableContent();
        var gateway = new FakeGateway(_ => new HttpResponseMessage(System.Net.HttpStatusCode.Accepted) { Content = body });
        using var request = new HttpRequestMessage(HttpMethod.Get, "anything");

        using var response = await gateway.Client().SendAsync(request);

        ((int)response.StatusCode).Should().Be(202);
        body.WasRead.Should().BeFalse();
        body.WasDisposed.Should().BeFalse("it is the caller's to dispose");
    }

    [Theory]
    [InlineData(301)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Anything_but_a_success_throws_as_an_operation_does(int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "anything");

        var call = () => FakeGateway.Answering("""{"message":"no"}""", status).Client().SendAsync(request);

        (await call.Should().ThrowAsync<ContactsApiException>()).Which.Status.Should().Be(status);
    }

    private sealed class UnreadableContent : HttpContent
    {
        public bool WasRead { get; private set; }

        public bool WasDisposed { get; private set; }

        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            WasRead = true;
            return Task.CompletedTask;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 3;
            return true;
        }

        protected override void Dispose(bool disposing)
        {
            WasDisposed = true;
            base.Dispose(disposing);
        }
    }
}
