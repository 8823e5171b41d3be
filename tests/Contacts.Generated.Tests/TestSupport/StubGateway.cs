using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>The gateway as a handler in memory: it records what it gets and answers what the test says.</summary>
internal sealed class StubGateway(Func<RecordedRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    public const string BasePath = "/channel-service/v1";

    private readonly List<RecordedRequest> _requests = [];

    /// <summary>A gateway whose answers every operation can read.</summary>
    public StubGateway()
        : this(static request => request.Headers.GetValueOrDefault("Accept")?.StartsWith("text/csv", StringComparison.Ordinal) == true ? Csv("id\r\n") : Json("""{"id":"x_1","url":"https://files.example.com/x","data":[]}"""))
    {
    }

    public static Uri Root { get; } = new("https://gateway.example");

    public IReadOnlyList<RecordedRequest> Requests => _requests;

    public RecordedRequest Single => _requests.Should().ContainSingle().Subject;

    public static StubGateway Answering(string body, int status = 200, string? mediaType = "application/json") =>
        Answering(Encoding.UTF8.GetBytes(body), status, mediaType);

    public static StubGateway Answering(byte[] body, int status = 200, string? mediaType = "application/json") =>
        new(_ => Response(body, status, mediaType));

    public static HttpResponseMessage Json(string body, int status = 200) => Response(Encoding.UTF8.GetBytes(body), status, "application/json");

    public static HttpResponseMessage Csv(string body) => Response(Encoding.UTF8.GetBytes(body), 200, "text/csv");

    /// <summary>A client that sends here: with an API key, unless the test sets another credential, and without retries.</summary>
    public ContactsClient Client(Action<ContactsClientOptions>? configure = null)
    {
        var options = new ContactsClientOptions { GatewayUrl = Root, MaxRetries = 0 };
        configure?.Invoke(options);
        if (options is { ApiKey: null, AccessToken: null, BearerToken: null, Credential: null })
        {
            options.ApiKey = "api_test_key";
        }

        return new ContactsClient(options, new HttpClient(this, disposeHandler: false));
    }

    public ContactsClient Client(Engine engine, Action<ContactsClientOptions>? configure = null) => Client(options =>
    {
#if NETSTANDARD_BUILD
        _ = engine; // There is one library, whichever is asked for.
#else
        if (engine == Engine.Newtonsoft)
        {
            options.UseNewtonsoftJson();
        }
#endif

        configure?.Invoke(options);
    });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var recorded = await RecordedRequest.FromAsync(request, cancellationToken);
        _requests.Add(recorded);
        var response = answer(recorded);
        response.RequestMessage ??= request;
        return response;
    }

    private static HttpResponseMessage Response(byte[] body, int status, string? mediaType)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        response.Content.Headers.ContentType = mediaType is null ? null : new MediaTypeHeaderValue(mediaType);
        return response;
    }
}
