namespace Contacts.Generated.Tests;

/// <summary>Answers requests in the order of its script; the last answer goes on for ever.</summary>
internal sealed class ScriptedHandler(params Answer[] answers) : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly Signal _arrived = new();
    private readonly List<(HttpMethod Method, string Path, string? Body)> _requests = [];

    public int Count => Requests.Count;

    public IReadOnlyList<(HttpMethod Method, string Path, string? Body)> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Called with the number of each request as it arrives, before its answer.</summary>
    public Action<int>? OnRequest { get; set; }

    /// <summary>Ends once a request has arrived; each one counts once.</summary>
    public Task ArrivedAsync() => _arrived.WaitAsync();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        int number;
        lock (_gate)
        {
            number = _requests.Count;
            _requests.Add((request.Method, request.RequestUri!.PathAndQuery, null));
        }

        OnRequest?.Invoke(number);
        var answer = answers[Math.Min(number, answers.Length - 1)];
        if (answer.TakesContent && request.Content is { } content)
        {
            using var sent = new MemoryStream();
            await content.CopyToAsync(sent, cancellationToken);
            lock (_gate)
            {
                _requests[number] = _requests[number] with { Body = System.Text.Encoding.UTF8.GetString(sent.ToArray()) };
            }
        }

        _arrived.Set();
        var response = await answer.RespondAsync(request, cancellationToken);
        response.RequestMessage ??= request;
        return response;
    }
}
