using System.Diagnostics;
#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;
#endif
using Microsoft.Extensions.Logging;
#if NET8_0_OR_GREATER
using Newtonsoft.Json;
#endif

namespace Contacts.Generated;

/// <summary>How a <see cref="ContactsClient"/> reaches the service. Read once, when the client is made; a later change has no effect on it.</summary>
/// <remarks>Exactly one of <see cref="ApiKey"/>, <see cref="AccessToken"/>, <see cref="BearerToken"/> and <see cref="Credential"/> must be set.</remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
public sealed class ContactsClientOptions
{
    /// <summary>
    /// The gateway's root, such as one of <see cref="ContactsGateways"/>; the service's path is added to it. The root may have a path, as
    /// that of a gateway of one's own has (<c>http://gateway.example:6868/api</c>). <c>https+http://name</c> is taken where handlers of the
    /// application resolve it (service discovery). There is no default: unset is an error when the client is made.
    /// </summary>
    public Uri? GatewayUrl { get; set; }

    /// <summary>An API key, for a backend.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? ApiKey { get; set; }

    /// <summary>An access token, for a signed-in user.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? AccessToken { get; set; }

    /// <summary>A JWT without "Bearer"; <see cref="OrganizationId"/> must be set beside it.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? BearerToken { get; set; }

    /// <summary>A credential from a callback, for a secret that changes.</summary>
    public ContactsCredential? Credential { get; set; }

    /// <summary>The organization; needed with a bearer token, sent whenever it is set.</summary>
    public string? OrganizationId { get; set; }

    /// <summary>The limit of a whole call, retries and waits included. Default 100 s. Uploads and exports have none, unless <see cref="ContactsRequestOptions.Timeout"/> sets one.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The limit of one attempt, its body included; for uploads and exports, how long no byte may move. Default 30 s, when the gateway gives up too.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a call that failed for a passing reason is tried again, 0 to 10. Default 2.</summary>
    public int MaxRetries { get; set; } = 2;

    /// <summary>The bound of the first wait, doubled for each further one up to 8 s; the wait itself is random below it (full jitter). Default 0.5 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The largest body that is read into memory, in bytes after decompression. Default 16 MiB. Exports are streamed and have no such limit.</summary>
    /// <remarks>
    /// Few bytes can be many objects, so the number of JSON values is limited too: to a quarter of the body's bytes, and two million for any
    /// body, where an object counts as eight values. A page of 100,000 contacts stays below that.
    /// </remarks>
    public long MaxResponseBytes { get; set; } = 16 << 20;

    /// <summary>Which form the contested requests take. Default <see cref="ContactsDialect.WebApp"/>.</summary>
    public ContactsDialect Dialect { get; set; }

    /// <summary>Where log messages go; null for nowhere.</summary>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The clock, for tests.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The engine that <c>UseNewtonsoftJson</c> chose.</summary>
    internal JsonEngine? JsonEngine { get; private set; }

    /// <summary>The source of jitter, for tests.</summary>
    internal Func<double>? Jitter { get; set; }

    /// <summary>Turns the wait that a retry plans into the one that it keeps, for an emulator that does not wait.</summary>
    internal Func<TimeSpan, TimeSpan>? RetryWait { get; set; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string DebuggerText => $"{(GatewayUrl is { IsAbsoluteUri: true } url ? url.Authority : "no gateway")}, {Dialect}";

#if NET8_0_OR_GREATER
    /// <summary>Reads and writes with Newtonsoft.Json instead of System.Text.Json, for an application that configures its models with it.</summary>
    /// <param name="configure">Changes the settings; they begin with the SDK's own, never with <c>JsonConvert.DefaultSettings</c>.</param>
    /// <returns>These options.</returns>
    [RequiresUnreferencedCode("Newtonsoft.Json reads models by reflection.")]
    [RequiresDynamicCode("Newtonsoft.Json reads models by reflection.")]
    public ContactsClientOptions UseNewtonsoftJson(Action<JsonSerializerSettings>? configure = null)
    {
        JsonEngine = new NewtonsoftEngine(configure);
        return this;
    }
#endif

    /// <summary>Reads the environment variables IMBRACE_API_KEY, IMBRACE_ACCESS_TOKEN, IMBRACE_ORGANIZATION_ID and IMBRACE_GATEWAY_URL.</summary>
    /// <remarks>
    /// The names are those of the example in the vendor's documentation; the vendor's own SDKs read no environment variables. When an
    /// organization is set too, an access token that is a JWT (it begins with <c>eyJ</c> and has three parts) becomes
    /// <see cref="BearerToken"/>, since the service does not take a JWT as an access token.
    /// </remarks>
    /// <returns>New options. What is not set stays unset, and is an error only when a client is made.</returns>
    /// <exception cref="ArgumentException">IMBRACE_GATEWAY_URL is set, but is no absolute address.</exception>
    public static ContactsClientOptions FromEnvironment() => EnvironmentOptions.Read(Environment.GetEnvironmentVariable);
}
