namespace Contacts.Generated;

/// <summary>Where a request leaves the SDK: a client of its own, an injected one, or whatever a factory gives for this call.</summary>
internal sealed class Transport
{
    private readonly Func<HttpClient> _client;

    private Transport(Func<HttpClient> client) => _client = client;

    /// <summary>Asks for a client on every call, so that a factory can renew its handlers.</summary>
    public static Transport From(Func<HttpClient> client) => new(client);

    public static Transport From(HttpClient client) => new(() => client);

    /// <summary>A client of the SDK's own. Limits are the pipeline's, and a redirect would take the credential along.</summary>
    public static Transport Create()
    {
        var client = new HttpClient(PrimaryHandler.Create(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
        return From(client);
    }

    /// <param name="message">The request.</param>
    /// <param name="clientTimeout">The limit that an injected client has of its own.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, out TimeSpan clientTimeout, CancellationToken cancellationToken)
    {
        var client = _client();
        clientTimeout = client.Timeout;
        return client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
