using System.Net;

namespace Contacts.Generated.Tests;

/// <summary>A proxy that asks for a credential, and says it again.</summary>
public sealed class ProxySecretTests : IDisposable
{
    private const string User = "zquser";
    private const string Password = "zq p@ss/ü";

    private readonly RecordedLogs _logs = new();

    /// <summary>What shows a part of the credential, in any form.</summary>
    private static readonly string[] _forms =
        [User, Password, Uri.EscapeDataString(
            Password), WebUtility.UrlEncode(Password), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{User}:{Password}"))];

    public static TheoryData<string, string> Ways => new()
    {
        { "in the address", "https" },
        { "in the address", "http" },
        { "beside it", "https" },
        { "beside it", "http" },
        { "as the handler's own", "https" },
        { "as the handler's own", "http" },
    };

    public void Dispose() => _logs.Dispose();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_refusal_shows_neither_its_user_nor_its_password(string way, string scheme)
    {
        var echo = $"x-echo: {_forms[3]}\r\nProxy-Authenticate: Basic realm=\"{User} {_forms[4]}\"\r\nx-request-id: {User}-1\r\n";
        var body = $$"""{"code":"{{User}}","request_id":"{{User}}","message":"{{Uri.EscapeDataString(Password)}}"}""";
        await using var proxy = new RawServer(
            $"HTTP/1.1 407 {User}\r\n{echo}Content-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: "
            + $"close\r\n\r\n{body}");
        using var handler = Handler(way, proxy.Address);
        using var http = new HttpClient(handler);
        var options = TestClients.Options(
            it => (it.GatewayUrl, it.MaxRetries, it.LoggerFactory) = (new Uri($"{scheme}://gateway.test"), 1, _logs));

        var error = (await new ContactsClient(options, http)
            .Invoking(static it => it.GetAsync("con_1")).Should().ThrowAsync<ContactsException>()).Which;

        error.Should().BeOfType(scheme == "http" ? typeof(ContactsApiException) : typeof(ContactsConnectionException));
        Shown.Of(error).Should().NotContainAny(_forms);
        string.Join("\n", _logs.Lines.Select(static line => line.Text + line.Values)).Should().NotContainAny(_forms);
        error.ToString().Should().Contain("407", "that is what it is diagnosed by");
    }

    [Fact]
    public async Task Neither_does_a_cancellation_that_tore_the_connection_down()
    {
        using var cancel = new CancellationTokenSource();
        var gateway = new FakeGateway();
        gateway.Then(async (_, _) =>
        {
            await cancel.CancelAsync();
            throw new HttpRequestException(
                $"The proxy tunnel request to proxy 'http://{User}:zqpass@127.0.0.1:1/' failed.", new IOException("http://a:zqpass@b"));
        });

        var error = (await TestClients.To(gateway)
            .Invoking(it => it.GetAsync("con_1", cancel.Token)).Should().ThrowAsync<OperationCanceledException>()).Which;

        Shown.Of(error).Should().NotContainAny(User, "zqpass").And.Contain("http://***@127.0.0.1:1/");
    }

    private static HttpClientHandler Handler(string way, Uri proxy) => way switch
    {
        "in the address" =>
            new HttpClientHandler { Proxy = new WebProxy($"http://{User}:{Uri.EscapeDataString(Password)}@{proxy.Authority}") },
        "beside it" => new HttpClientHandler { Proxy = new WebProxy(proxy) { Credentials = new NetworkCredential(User, Password) } },
        _ => new HttpClientHandler { Proxy = new WebProxy(proxy), DefaultProxyCredentials = new NetworkCredential(User, Password) },
    };
}
