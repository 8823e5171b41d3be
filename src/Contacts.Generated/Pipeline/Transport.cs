using System.Net;
using System.Reflection;

namespace Contacts.Generated;

/// <summary>
/// Where a request leaves the SDK: through the SDK's own handler, an injected client, or the client that a factory returns for this call.
/// </summary>
internal sealed class Transport
{
    private readonly Func<HttpMessageInvoker> _invoker;

    private Transport(Func<HttpMessageInvoker> invoker) => _invoker = invoker;

    /// <summary>
    /// Whether reading a response heeds its cancellation token by itself, as the streams of modern .NET's own handler do.
    /// </summary>
    public bool HeedsTokens { get; private init; }

    /// <summary>Asks for a client on each attempt, so that a factory can renew its handlers.</summary>
    public static Transport From(Func<HttpClient> client) => new(client);

    public static Transport From(HttpClient client) => new(() => client);

    /// <summary>
    /// Uses the SDK's own handler without an HttpClient around it, whose timeout and default headers would only duplicate the pipeline's.
    /// </summary>
    /// <param name="useProxy">Whether to use the proxy of the environment or the system.</param>
    public static Transport Create(bool useProxy = true)
    {
        var invoker = new HttpMessageInvoker(PrimaryHandler.Create(useProxy), disposeHandler: true);
        return new Transport(() => invoker) { HeedsTokens = PrimaryHandler.HeedsTokens };
    }

    /// <summary>The handler that talks to the network; null if it cannot be found.</summary>
    public HttpMessageHandler? FindPrimary() => HandlerChain.PrimaryOf(_invoker());

    /// <param name="message">The request.</param>
    /// <param name="clientTimeout">The timeout of an injected HttpClient; infinite without one.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
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

/// <summary>Finds the handler that talks to the network in the application's chain, and reads its settings.</summary>
internal static class HandlerChain
{
    /// <summary>The last handler; null if it cannot be found. The framework has no public member for it.</summary>
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

    /// <summary>Whether it may have followed a redirect; true also if that is unknown.</summary>
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

    /// <summary>The proxies that it may use, each with the credentials that it may send.</summary>
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
    /// <summary>On a modern runtime, this build meets handlers whose types it does not know.</summary>
    private static object? PropertyOf(HttpMessageHandler handler, string name) => handler.GetType().GetProperty(name)?.GetValue(handler);
#endif
}
