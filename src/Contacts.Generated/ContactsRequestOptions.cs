namespace Contacts.Generated;

/// <summary>
/// What differs for the calls made through a view: see <see cref="ContactsClient.WithOptions"/>. What is left null is as the
/// client has it.
/// </summary>
public sealed class ContactsRequestOptions
{
    /// <summary>
    /// The limit of a whole call, retries and waits included; more than zero, at most one day. For uploads and exports, which
    /// have none otherwise, it covers the transfer too.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The limit of one attempt, its body included; for uploads and exports, how long no byte may move. More than zero, at most one day.</summary>
    public TimeSpan? AttemptTimeout { get; set; }

    /// <summary>How often a failed call is tried again, 0 to 10.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>The <c>x-request-id</c> of the call, 1 to 64 printable ASCII characters, to follow it through your own logs; by default one is made for each call.</summary>
    public string? RequestId { get; set; }

    /// <summary>Another credential: a web backend acts for its signed-in user.</summary>
    public ContactsCredential? Credential { get; set; }

    /// <summary>Another organization.</summary>
    public string? OrganizationId { get; set; }

    /// <summary>Further headers by name. One that the SDK sets itself is refused.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
