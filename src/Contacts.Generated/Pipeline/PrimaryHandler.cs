#if NET8_0_OR_GREATER
using System.Net;
#endif

namespace Contacts.Generated;

/// <summary>The handler that talks to the network, with the settings that keep a credential from going elsewhere.</summary>
/// <remarks>It does not decompress, since it could not tell whether a body is complete; the SDK does that itself.</remarks>
internal static class PrimaryHandler
{
#if NET8_0_OR_GREATER
    /// <summary>Whether its response streams heed the cancellation token of a read.</summary>
    public static bool HeedsTokens => !Browser.IsHost;

    /// <param name="useProxy">Whether to use the proxy of the environment or the system. A browser decides that itself.</param>
    public static HttpMessageHandler Create(bool useProxy = true) => Browser.IsHost ? new BrowserHandler() : new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = useProxy,

        // A shared client lives for ever; its connections must not, or it would never see a DNS change.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };

    /// <summary>
    /// The browser's fetch, which is all there is in Blazor WebAssembly. Connections, cookies, compression and most headers belong to the
    /// browser there, and setting them is an error.
    /// </summary>
    private sealed class BrowserHandler() : DelegatingHandler(new HttpClientHandler { AllowAutoRedirect = false })
    {
        // Before .NET 10 a browser buffers whole responses, even exports, unless streaming is asked for.
        private static readonly HttpRequestOptionsKey<bool> _streaming = new("WebAssemblyEnableStreamingResponse");

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Options.Set(_streaming, true);
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode == 0)
            {
                // A browser hides everything about a redirect that is not followed, even its status.
                response.StatusCode = HttpStatusCode.Redirect;
            }

            return response;
        }
    }
#else
    public const bool HeedsTokens = false;

    /// <param name="useProxy">Whether to use the proxy of the environment or the system.</param>
    public static HttpMessageHandler Create(bool useProxy = true) => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = useProxy,

        // .NET Framework would allow two, and further calls would queue until they time out.
        MaxConnectionsPerServer = int.MaxValue,
    };
#endif

    /// <summary>The same for use below the application's handlers, which then see decompressed responses.</summary>
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
