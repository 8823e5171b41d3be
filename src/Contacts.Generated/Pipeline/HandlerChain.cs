using System.Net;
using System.Reflection;

namespace Contacts.Generated;

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
