using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>Servers, proxies and handlers that say again what a call sent, where a short harmless text is expected.</summary>
[Collection(TelemetryGroup.Name)]
public sealed class EchoTests : IDisposable
{
    private const string Id = "zqid.4711";
    private const string Search = "zq search+ü";
    private const string Key = "zqkey_abc-123";
    private const string Jwt = "eyJhbGciOiJub25lIn0.zqpayload-1.zqsignature-1";
    private const string RequestId = "rid-visible";

    /// <summary>Each secret, and a call in which it stands in that one place alone.</summary>
    private static readonly Dictionary<string,
    (string Secret, Action<ContactsClientOptions> Configure, Func<ContactsClient, Task> Call)> _cases = new()
    {
        ["an id in the path"] = (Id, Plain, static it => it.GetAsync(Id)),
        ["an id within the path"] = (Id, Plain, static it => it.GetConversationsAsync(Id)),
        ["an id with signs"] = ("zq id/ü&1", Plain, static it => it.GetFilesAsync("zq id/ü&1")),
        ["a search"] = (Search, Plain, static it => it.SearchAsync(Search)),
        ["an API key"] = (Key, static options => options.ApiKey = Key, static it => it.ListAsync()),
        ["an access token"] = (Key, static options => (options.ApiKey, options.AccessToken) = (null, Key), static it => it.ListAsync()),
        ["a JWT"] = (Jwt, Bearer, static it => it.ListAsync()),
        ["what a JWT says"] = ("zqpayload-1", Bearer, static it => it.ListAsync()),
        ["a JWT's signature"] = ("zqsignature-1", Bearer, static it => it.ListAsync()),
        ["a callback's secret"] = (Key, static options =>
            (options.ApiKey, options.Credential) = (null, ContactsCredential.ApiKey(static (_, _) => new(Key))),
            static it => it.ListAsync()),
        ["an organization"] = ("zqorg_1", static options => options.OrganizationId = "zqorg_1", static it => it.ListAsync()),
        ["a header"] = ("zqtenant 1", Plain, static it =>
            it.WithOptions(new ContactsRequestOptions { Headers = { ["X-Tenant"] = "zqtenant 1" } }).ListAsync()),
        ["a field"] = ("zqfield@x.test", Plain, static it => it.UpdateAsync("con_1", new UpdateContactInput { Email = "zqfield@x.test" })),
        ["an id in the body"] = (Id, Plain, static it => it.MarkNotificationsReadAsync(["other", Id])),
        ["a file's name"] = ("zq name.png", Plain, static it => it.UploadAvatarAsync(UploadContent.FromBytes(new byte[4], "zq name.png"))),
        ["an export's view"] = ("zqtenant 1", Plain, static it =>
            it.WithOptions(new ContactsRequestOptions { Headers = { ["X-Tenant"] = "zqtenant 1" } }).ExportCsvAsync()),
        ["a path of one's own"] = (Id, Plain, static it => SendAsync(it, $"contacts/by-board-item/{Id}/x")),
        ["a query of one's own"] = (Search, Plain, static it => SendAsync(it, "contacts?find=" + Uri.EscapeDataString(Search))),
        ["a header of one's own"] = ("zqown, 1", Plain, static it => SendAsync(it, "contacts", "zqown, 1")),
        ["a body of one's own"] = ("zqbody", Plain, static it => SendAsync(it, "contacts", body: """{"a":["zqbody"]}""")),
    };

    private readonly RecordedLogs _logs = new();
    private readonly Listener _listener = new();
    private readonly List<string> _shown = [];

    public static TheoryData<string> Places => [.. _cases.Keys];

    public void Dispose()
    {
        _logs.Dispose();
        _listener.Dispose();
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task What_a_call_sent_is_shown_nowhere_when_it_is_said_again(string place)
    {
        var (secret, configure, call) = _cases[place];
        foreach (var form in Forms(secret))
        {
            foreach (var answer in Answers(form))
            {
                await RunAsync(Client(new FakeGateway { Otherwise = _ => answer() }, configure), call);
            }
        }

        _shown.Should().HaveCount(4 * 8);
        AssertClean();
    }

    [Fact]
    public async Task Neither_is_the_secret_that_was_refused_before_it_was_renewed()
    {
        foreach (var form in Forms("zqold_abc-123"))
        {
            foreach (var answer in Answers(form))
            {
                var asked = 0;
                var gateway = new FakeGateway { Otherwise = _ => answer() }.Then(401);
                await RunAsync(
                    Client(gateway, options => (options.ApiKey, options.Credential) =
                        (null, ContactsCredential.ApiKey((_, _) => new(asked++ == 0 ? "zqold_abc-123" : "new-key")))),
                    static it => it.ListAsync());
            }
        }

        AssertClean();
    }

    [Fact]
    public async Task The_headers_of_a_success_do_not_show_it_either()
    {
        foreach (var form in Forms(Id))
        {
            var gateway = new FakeGateway { Otherwise = _ => Echo(200, form, """{"data":{"id":"con_1"}}""") };

            var response = await Client(gateway, Plain).WithResponse.GetAsync(Id);

            response.RequestId.Should().Be(RequestId);
            response.Headers["x-echo"].Should().Be("a *** b");
            response.Headers["x-plain"].Should().Be("1");
            Shown.Of(response.Headers).Should().NotContain("zq");
        }
    }

    [Fact]
    public async Task The_servers_text_behind_its_methods_stays_as_it_is()
    {
        var gateway = new FakeGateway().Then(400, $$"""{"message":"{{Id}} is bad","code":"{{Id}}"}""");

        var error =
            (await TestClients.To(gateway).Invoking(static it => it.GetAsync(Id)).Should().ThrowAsync<ContactsValidationException>()).Which;

        error.GetServerMessage().Should().Be($"{Id} is bad");
        error.GetResponseBody().Should().Contain($"\"code\":\"{Id}\"");
        error.Code.Should().BeNull();
    }

    [Fact]
    public async Task Words_and_numbers_of_the_contract_and_of_our_own_are_left_alone()
    {
        var gateway = new FakeGateway().Then(400, """{"code":"created_at.text.100"}""", static it => it.Headers.Add("x-note", "-created_at, limit 100, attempt"));

        var error = (await TestClients.To(gateway).Invoking(
            static it => it.SearchAsync("attempt", new ContactsSearchOptions { Sort = "-created_at", Type = "text", Limit = 100 }))
            .Should().ThrowAsync<ContactsValidationException>()).Which;

        error.Code.Should().Be("created_at.text.100");
        error.Headers["x-note"].Should().Be("-created_at, limit 100, ***");

        gateway.Then(static (_, _) => throw new TaskCanceledException("no attempt", new TimeoutException()));
        var limit = (await TestClients.To(gateway, static it => it.MaxRetries = 0)
            .Invoking(static it => it.SearchAsync("attempt")).Should().ThrowAsync<ContactsTimeoutException>()).Which;
        limit.Message.Should().Contain("AttemptTimeout");
        limit.InnerException!.Message.Should().Be("no ***");
    }

    [Theory]
    [InlineData("1234", "ab1234cd")]
    [InlineData("zqid", "rid-1")]
    public async Task The_id_that_was_sent_stays_also_where_a_secret_is_a_part_of_it(string id, string requestId)
    {
        var gateway = new FakeGateway().Then(404, """{"request_id":"zqid-of-server"}""", it => it.Headers.Add("x-request-id", requestId));
        var client = TestClients.To(gateway).WithOptions(new ContactsRequestOptions { RequestId = requestId });

        (await client.Invoking(it => it.GetAsync(id)).Should().ThrowAsync<ContactsNotFoundException>())
            .Which.RequestId.Should().Be(requestId);
    }

    [Fact]
    public async Task A_code_decides_by_what_it_is_even_where_it_is_not_shown()
    {
        var gateway = new FakeGateway().Then(400, """{"code":40004}""");

        (await TestClients.To(gateway).Invoking(static it => it.GetAsync("40004")).Should().ThrowAsync<ContactsNotFoundException>())
            .Which.Code.Should().BeNull();
    }

    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return WebUtility.UrlEncode(secret);
        yield return Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + secret));
    }

    private static IEnumerable<Func<HttpResponseMessage>> Answers(string text)
    {
        yield return () => Echo(500, text, $$"""{"code":"{{text}}","request_id":"{{text}}"}""");
        yield return () => Echo(400, text, $$"""{"error":{"code":"E.{{text}}"},"requestId":"r-{{text}}"}""");
        yield return () => Echo(401, text, $"<title>{text}</title>");
        yield return () => Echo(200, text, "no JSON");
        yield return () => Echo(302, text, "");
        yield return () => throw new HttpRequestException("header " + text, new IOException(text));
        yield return () => throw new AggregateException(text, new InvalidOperationException(text)) { Data = { [text] = text } };
        yield return () => throw new TaskCanceledException(text, new TimeoutException(text));
    }

    private static HttpResponseMessage Echo(int status, string text, string body)
    {
        var response = FakeGateway.Answer(status, body);
        response.ReasonPhrase = "no";
        response.Content.Headers.Remove("Content-Type");
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "text/" + text);
        response.Headers.TryAddWithoutValidation("x-echo", "a " + Ascii(text) + " b");
        response.Headers.TryAddWithoutValidation("x-plain", "1");
        response.Headers.TryAddWithoutValidation("x-request-id", Ascii(text));
        response.Headers.TryAddWithoutValidation("Location", "https://gateway.test/" + Ascii(text));
        response.Headers.TryAddWithoutValidation("Server", Ascii(text));
        response.Headers.RetryAfter = new RetryConditionHeaderValue(TimeSpan.Zero);
        return response;
    }

    private static string Ascii(string text) => text.Replace("ü", "%C3%BC", StringComparison.Ordinal);

    private static void Plain(ContactsClientOptions options)
    {
        // As it is made for every test.
    }

    private static void Bearer(ContactsClientOptions options) =>
        (options.ApiKey, options.BearerToken, options.OrganizationId) = (null, Jwt, "org");

    private static async Task SendAsync(ContactsClient client, string address, string? header = null, string? body = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address)
        { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (header is not null)
        {
            request.Headers.Add("X-Own", header);
        }

        using var response = await client.SendAsync(request);
    }

    private ContactsClient Client(FakeGateway gateway, Action<ContactsClientOptions> configure) =>
        TestClients.To(gateway, options =>
        {
            (options.LoggerFactory, options.MaxRetries) = (_logs, 0);
            configure(options);
        }).WithOptions(new ContactsRequestOptions { RequestId = RequestId });

    private async Task RunAsync(ContactsClient client, Func<ContactsClient, Task> call)
    {
        try
        {
            await call(client);
            _shown.Add("");
        }
        catch (Exception exception)
        {
            _shown.Add(Shown.Of(exception));
        }
    }

    private void AssertClean()
    {
        string[] marks = ["zq", Convert.ToBase64String("user:zq"u8)[..^2]];
        _shown.Should().OnlyContain(text => !marks.Any(text.Contains));
        _logs.Lines.Should().OnlyContain(line => !marks.Any((line.Text + line.Values).Contains));
        _listener.Spans.SelectMany(
            static span => span.TagObjects.Select(static tag => tag.ToString()).Append(span.DisplayName + span.StatusDescription))
            .Should().OnlyContain(text => !marks.Any(text!.Contains));
        _listener.Measurements.SelectMany(static it => it.Tags.Values)
            .Should().OnlyContain(value => !marks.Any(value!.ToString()!.Contains));
    }
}
