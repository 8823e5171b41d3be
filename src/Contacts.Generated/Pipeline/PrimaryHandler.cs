using System.Net;

namespace Contacts.Generated;

/// <summary>The handler that talks to the network, with the settings that keep a credential where it belongs.</summary>
/// <remarks>
/// It asks for gzip alone, which every gateway has: the framework goes through the list again for each request, and each further
/// encoding in it takes two to three percent of a call.
/// </remarks>
internal static class PrimaryHandler
{
#if NET8_0_OR_GREATER
    /// <summary>Whether the streams of its answers end by the token that a read is given.</summary>
    public const bool HeedsTokens = true;

    public static HttpMessageHandler Create() => new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip,

        // A shared client lives for ever; its connections must not, or it never sees a change of DNS.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    };
#else
    public const bool HeedsTokens = false;

    public static HttpMessageHandler Create() => new HttpClientHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.GZip,

        // .NET Framework would allow two, and everything else would queue up until its limit.
        MaxConnectionsPerServer = int.MaxValue,
    };
#endif
}
