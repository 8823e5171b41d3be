using System.Diagnostics;
#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
#if NET8_0_OR_GREATER
using Newtonsoft.Json;
#endif

namespace Contacts.Generated;

/// <summary>
/// How a <see cref="ContactsClient"/> reaches the service. Read once, when the client is created; later changes have no effect on it.
/// </summary>
/// <remarks>
/// Exactly one of <see cref="ApiKey"/>, <see cref="AccessToken"/>, <see cref="BearerToken"/> and <see cref="Credential"/> must be set.
/// </remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
public sealed class ContactsClientOptions
{
    /// <summary>
    /// The gateway's root, such as one of <c>ContactsGateways</c>; the service's path is added to it. The root of your own gateway
    /// may have a path (<c>http://gateway.example:6868/api</c>). <c>https+http://name</c> is accepted if a handler of the application
    /// resolves it (service discovery). Required; there is no default.
    /// </summary>
    public Uri? GatewayUrl { get; set; }

    /// <summary>An API key, for a backend.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>An access token, for a signed-in user.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? AccessToken { get; set; }

    /// <summary>A JWT without "Bearer". Requires <see cref="OrganizationId"/>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? BearerToken { get; set; }

    /// <summary>A credential whose secret comes from a callback, for secrets that change.</summary>
    public ContactsCredential? Credential { get; set; }

    /// <summary>The organization's id. Required with a bearer token; sent whenever it is set.</summary>
    public string? OrganizationId { get; set; }

    /// <summary>
    /// The time limit of a whole call, including retries and waits. Default 100 s. It does not apply to uploads and exports; use
    /// <see cref="ContactsRequestOptions.Timeout"/> to limit those.
    /// </summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The time limit of one attempt, including its body; for uploads and exports, the longest time without a byte moving. Default 30 s,
    /// after which the gateway gives up too.
    /// </summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call is retried after a transient error, 0 to 10. Default 2.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>
    /// The upper bound of the first backoff, doubled for each further one up to 8 s. The actual wait is random between zero and that bound
    /// (full jitter). Default 0.5 s.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>
    /// Limits the requests of this client: each one, retries and pages included, first awaits a permit. Null, the default, for no limit.
    /// </summary>
    /// <remarks>
    /// <para>
    /// Any <see cref="System.Threading.RateLimiting.RateLimiter"/>: one of the platform, or one that many processes share. The wait is part
    /// of <see cref="Timeout"/> but not of <see cref="AttemptTimeout"/>; a call without a time limit, such as an upload, waits at most five
    /// minutes for each permit. A limiter that refuses instead of waiting is asked again after its <c>RetryAfter</c> metadata, or after 0.1
    /// to 2 s. If no permit comes in time, the call throws a <see cref="ContactsTimeoutException"/>; what the limiter itself throws reaches
    /// the caller unchanged.
    /// </para>
    /// <para>
    /// The permit is returned when the attempt has ended: when the response was read, when an export was disposed, or when
    /// <see cref="ContactsClient.SendAsync"/> returns. The client never disposes the limiter.
    /// </para>
    /// </remarks>
    /// <example>
    /// <code>
    /// var options = ContactsClientOptions.FromEnvironment();
    /// var second = TimeSpan.FromSeconds(1);
    /// options.RateLimiter = new System.Threading.RateLimiting.TokenBucketRateLimiter(
    ///     new() { TokenLimit = 4, TokensPerPeriod = 4, ReplenishmentPeriod = second, QueueLimit = int.MaxValue });
    /// var client = new ContactsClient(options);
    /// </code>
    /// </example>
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>
    /// The largest response body to read into memory, in bytes after decompression. Default 16 MiB. Exports are streamed and not limited.
    /// </summary>
    /// <remarks>
    /// A small body can contain many objects, so the number of JSON values is limited too: to a quarter of the body's bytes, and to two
    /// million for any body, where an object counts as eight values. A page of 100,000 contacts stays below that.
    /// </remarks>
    public long MaxResponseBytes { get; set; } = 16 << 20;

    /// <summary>The form of the requests on which the vendor's sources disagree. Default <see cref="ContactsDialect.WebApp"/>.</summary>
    public ContactsDialect Dialect { get; set; }

    /// <summary>Creates the loggers; null to log nothing.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock and timers, for tests.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The engine that <c>UseNewtonsoftJson</c> chose.</summary>
    internal JsonEngine? JsonEngine { get; private set; }

    /// <summary>The source of jitter, for tests.</summary>
    internal Func<double>? Jitter { get; set; }

    /// <summary>Replaces the planned wait before a retry, for an emulator that does not wait.</summary>
    internal Func<TimeSpan, TimeSpan>? RetryWait { get; set; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string DebuggerText => $"{(GatewayUrl is { IsAbsoluteUri: true } url ? url.Authority : "no gateway")}, {Dialect}";

#if NET8_0_OR_GREATER
    /// <summary>Uses Newtonsoft.Json instead of System.Text.Json, for applications that configure their models with it.</summary>
    /// <param name="configure">
    /// Changes the settings, which start from the SDK's own and never from <c>JsonConvert.DefaultSettings</c>.
    /// </param>
    /// <returns>These options.</returns>
    [RequiresUnreferencedCode("Newtonsoft.Json reads models by reflection.")]
    [RequiresDynamicCode("Newtonsoft.Json reads models by reflection.")]
    public ContactsClientOptions UseNewtonsoftJson(Action<JsonSerializerSettings>? configure = null)
    {
        JsonEngine = new NewtonsoftEngine(configure);
        return this;
    }
#endif

    /// <summary>
    /// Reads the options from the environment variables IMBRACE_API_KEY, IMBRACE_ACCESS_TOKEN, IMBRACE_ORGANIZATION_ID and
    /// IMBRACE_GATEWAY_URL.
    /// </summary>
    /// <remarks>
    /// If an organization is set too, an access token that is a JWT (it begins with <c>eyJ</c> and has three parts) becomes
    /// <see cref="BearerToken"/>, since the service does not accept a JWT as an access token.
    /// </remarks>
    /// <returns>New options. What is not set stays unset, which is an error only when a client is created.</returns>
    /// <exception cref="ArgumentException">IMBRACE_GATEWAY_URL is set but is not an absolute address.</exception>
    public static ContactsClientOptions FromEnvironment() => EnvironmentOptions.Read(Environment.GetEnvironmentVariable);
}
