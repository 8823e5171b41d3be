#if NET8_0_OR_GREATER
using System.Net;
#endif

namespace Contacts.Generated;

/// <summary>The handler that talks to the network, with the settings that keep a credential where it belongs.</summary>
/// <remarks>It unpacks nothing: what it could not tell is whether all has come.</remarks>
internal static class PrimaryHandler
{
#if NET8_0_OR_GREATER
    /// <summary>Whether the streams of its answers end by the token that a read is given.</summary>
    public static bool HeedsTokens => !Browser.IsHost;

    /// <param name="useProxy">Whether to go through the proxy that the environment or the system names. A browser decides that itself.</param>
    public static HttpMessageHandler Create(bool useProxy = true) => Browser.IsHost ? new BrowserHandler() : new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = useProxy,

        // A shared client lives for ever; its connections must not, or it never sees a change of DNS.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    /// <summary>
    /// A browser's own way to send requests, which is all there is in Blazor WebAssembly. Connections, cookies, compression and most headers
    /// are the browser's business there, and setting them is an error.
    /// </summary>
    private sealed class BrowserHandler() : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false })
    {
        // Before .NET 10 a browser's answers are read into memory whole unless this is asked for, exports too.
        private static readonly HttpRequestOptionsKey<bool> _streaming = new("WebAssemblyEnableStreamingResponse");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Options.Set(_streaming, true);
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == 0)
            {
                // Of a redirect that is not followed a browser hides everything, its status too.
                response.StatusCode = HttpStatusCode.Redirect;
            }

            return response;
        }
    }
#else
    public const bool HeedsTokens = false;

    /// <param name="useProxy">Whether to go through the proxy that the environment or the system names.</param>
    public static HttpMessageHandler Create(bool useProxy = true) => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = useProxy,

        // .NET Framework would allow two, and everything else would queue up until its limit.
        MaxConnectionsPerServer = int.MaxValue,
    };
#endif

    /// <summary>The same below handlers of the application, which then see answers as they would from a handler that unpacks.</summary>
    public static HttpMessageHandler CreateUnpacking() => new Unpacking(Create());

    private sealed class Unpacking(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            ResponseEncoding.Unpack(response);
            return response;
        }
    }
}
