using System.Net;
using System.Reflection;

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

/// <summary>What can be told of the handler that talks to the network, in a chain that the application made.</summary>
internal static class HandlerChain
{
    /// <summary>The handler at the end; null if the framework does not let it be seen, which has no public member for it.</summary>
    public static HttpMessageHandler? PrimaryOf(HttpMessageInvoker invoker)
    {
        const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.NonPublic;
        var field = typeof(HttpMessageInvoker).GetField("_handler", Hidden) ?? typeof(HttpMessageInvoker).GetField("handler", Hidden);
        var handler = field?.GetValue(invoker) as HttpMessageHandler;
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler;
    }

    /// <summary>Whether it may have followed a redirect: true also where it cannot be told.</summary>
    public static bool MayRedirect(HttpMessageHandler? primary)
    {
        try
        {
            return primary switch
            {
#if NET8_0_OR_GREATER
                SocketsHttpHandler sockets => sockets.AllowAutoRedirect,
#endif
                HttpClientHandler handler => handler.AllowAutoRedirect,
#if !NET8_0_OR_GREATER
                { } other => PropertyOf(other, "AllowAutoRedirect") is not false,
#endif
                _ => true,
            };
        }
        catch (PlatformNotSupportedException)
        {
            return true;
        }
    }

    /// <summary>The proxies that it may go through, each with the credentials it may be told.</summary>
    public static IEnumerable<(IWebProxy Proxy, ICredentials? Credentials)> ProxiesOf(HttpMessageHandler? primary)
    {
        var (given, credentials) = primary switch
        {
#if NET8_0_OR_GREATER
            SocketsHttpHandler sockets => (sockets.Proxy, sockets.DefaultProxyCredentials),
#endif
            HttpClientHandler handler => (handler.Proxy, handler.DefaultProxyCredentials),
#if !NET8_0_OR_GREATER
            { } other => (PropertyOf(other, "Proxy") as IWebProxy, PropertyOf(other, "DefaultProxyCredentials") as ICredentials),
#endif
            _ => (null, null),
        };
        return new[] { given, WebRequest.DefaultWebProxy }.OfType<IWebProxy>().Select(proxy => (proxy, credentials));
    }

#if !NET8_0_OR_GREATER
    /// <summary>Where this build runs on a modern runtime, there are handlers that it does not know as types.</summary>
    private static object? PropertyOf(HttpMessageHandler handler, string name) => handler.GetType().GetProperty(name)?.GetValue(handler);
#endif
}
