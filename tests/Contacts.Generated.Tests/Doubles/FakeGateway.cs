using System.Net;
using System.Text;

namespace Contacts.Generated.Tests;

/// <summary>The gateway behind a handler: it keeps what it gets, and answers with what was lined up, then with <see cref="Otherwise"/>.</summary>
internal sealed class FakeGateway
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

    /// <summary>What answers when nothing is lined up: by default a success that suits the operation.</summary>
    public Func<SentRequest, HttpResponseMessage> Otherwise { get; set; } = GoodAnswers.To;

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
        new((HttpStatusCode)status) { Content = body is null ? new ByteArrayContent([]) : new StringContent(body, Encoding.UTF8, mediaType) };

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
