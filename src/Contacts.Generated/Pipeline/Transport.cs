namespace Contacts.Generated;

/// <summary>Where a request leaves the SDK: a handler of its own, an injected client, or whatever a factory gives for this call.</summary>
internal sealed class Transport
{
    private readonly Func<HttpMessageInvoker> _invoker;

    private Transport(Func<HttpMessageInvoker> invoker) => _invoker = invoker;

    /// <summary>Whether reading an answer ends with its token by itself, as the streams of modern .NET's own handler do.</summary>
    public bool HeedsTokens { get; private init; }

    /// <summary>Asks for a client on every call, so that a factory can renew its handlers.</summary>
    public static Transport From(Func<HttpClient> client) => new(client);

    public static Transport From(HttpClient client) => new(() => client);

    /// <summary>A handler of the SDK's own, and no client around it: its limit and its defaults would be the pipeline's again.</summary>
    /// <param name="useProxy">Whether to go through the proxy that the environment or the system names.</param>
    public static Transport Create(bool useProxy = true)
    {
        var invoker = new HttpMessageInvoker(PrimaryHandler.Create(useProxy), disposeHandler: true);
        return new Transport(() => invoker) { HeedsTokens = PrimaryHandler.HeedsTokens };
    }

    /// <summary>The handler that talks to the network, if it can be seen.</summary>
    public HttpMessageHandler? FindPrimary() => HandlerChain.PrimaryOf(_invoker());

    /// <param name="message">The request.</param>
    /// <param name="clientTimeout">The limit that an injected client has of its own.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, out TimeSpan clientTimeout, CancellationToken cancellationToken)
    {
        var invoker = _invoker();
        if (invoker is HttpClient client)
        {
            clientTimeout = client.Timeout;
            return client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }

        clientTimeout = Timeout.InfiniteTimeSpan;
        return invoker.SendAsync(message, cancellationToken);
    }
}
