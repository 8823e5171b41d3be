using System.Net;
using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>
/// The gateway behind a handler: it keeps what it gets, and answers with what was lined up, then with <see cref="Otherwise"/>.
/// </summary>
/// <param name="otherwise">What answers when nothing is lined up; null for a success that suits the operation.</param>
internal sealed class FakeGateway(Func<SentRequest, HttpResponseMessage>? otherwise = null)
{
    private readonly object _gate = new();
    private readonly Queue<Func<SentRequest, CancellationToken, Task<HttpResponseMessage>>> _next = new();
    private readonly List<SentRequest> _requests = [];

    public IReadOnlyList<SentRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    public bool WasDisposed { get; private set; }

    public SentRequest Single => Requests.Should().ContainSingle().Subject;

    /// <summary>What answers when nothing is lined up.</summary>
    public Func<SentRequest, HttpResponseMessage> Otherwise { get; set; } = otherwise ?? GoodAnswers.To;

    /// <summary>A gateway that gives one answer, over and over.</summary>
    public static FakeGateway Answering(string body, int status = 200) => Answering(Encoding.UTF8.GetBytes(body), status);

    public static FakeGateway Answering(byte[] body, int status = 200) => new(_ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        response.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        return response;
    });

    public FakeGateway Then(int status, string? body = null, Action<HttpResponseMessage>? change = null) =>
        Then((_, _) =>
        {
            var response = Answer(status, body);
            change?.Invoke(response);
            return Task.FromResult(response);
        });

    public FakeGateway ThenThrow(Func<Exception> exception) => Then((_, _) => Task.FromException<HttpResponseMessage>(exception()));

    public FakeGateway Then(Func<SentRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        lock (_gate)
        {
            _next.Enqueue(answer);
        }

        return this;
    }

    public static HttpResponseMessage Answer(int status, string? body = null, string mediaType = "application/json") =>
        new((HttpStatusCode)status)
        { Content = body is null ? new ByteArrayContent([]) : new StringContent(body, Encoding.UTF8, mediaType) };

    public static HttpResponseMessage Json(string body, int status = 200) => Answer(status, body);

    /// <summary>A handler that leads here; several may.</summary>
    public HttpMessageHandler CreateHandler() => new Handler(this);

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await SentRequest.CopyAsync(request, cancellationToken);
        Func<SentRequest, CancellationToken, Task<HttpResponseMessage>>? answer;
        lock (_gate)
        {
            _requests.Add(sent);
            _next.TryDequeue(out answer);
        }

        var response = answer is null ? Otherwise(sent) : await answer(sent, cancellationToken);
        response.RequestMessage ??= request;
        return response;
    }

    private sealed class Handler(FakeGateway gateway) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            gateway.SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            gateway.WasDisposed = true;
            base.Dispose(disposing);
        }
    }
}
