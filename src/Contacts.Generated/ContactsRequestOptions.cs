using System.Threading.RateLimiting;

namespace Contacts.Generated;

/// <summary>
/// The options of the calls made through a view: see <see cref="ContactsClient.WithOptions"/>. A null value means the client's own.
/// </summary>
public sealed class ContactsRequestOptions
{
    /// <summary>
    /// The time limit of a whole call, including retries and waits; more than zero, at most one day. It also limits uploads and exports,
    /// which have no such limit otherwise.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>
    /// The time limit of one attempt, including its body; for uploads and exports, the longest time without a byte moving. More than zero,
    /// at most one day.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>How often a call is retried after a transient error, 0 to 10.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>Another limiter: see <see cref="ContactsClientOptions.RateLimiter"/>.</summary>
    public RateLimiter? RateLimiter { get; set; }

    /// <summary>
    /// The <c>x-request-id</c> of the call, 1 to 64 printable ASCII characters, to find it in your own logs. By default each call gets a
    /// new one.
    /// </summary>
    public string? RequestId { get; set; }

    /// <summary>Another credential, with which a web backend can act for its signed-in user.</summary>
    public ContactsCredential? Credential { get; set; }

    /// <summary>The id of another organization.</summary>
    public string? OrganizationId { get; set; }

    /// <summary>Additional headers by name. Headers that the SDK sets itself are refused.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
