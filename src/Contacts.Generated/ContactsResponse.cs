namespace Contacts.Generated;

/// <summary>The details of a response.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="requestId">The request id.</param>
public class ContactsResponse(int status, string? requestId = null)
{
    /// <summary>The HTTP status, a 2xx.</summary>
    public int Status { get; } = status;

    /// <summary>The request id that the service echoed, or else the one that was sent. Give it to the vendor's support.</summary>
    public string? RequestId { get; } = requestId;

    /// <summary>
    /// The response's headers. Names are case-insensitive; repeated values are joined by ", ". Cookies and credentials are left out, and
    /// values that the call sent are replaced by "***".
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.Empty;

    /// <summary>A receipt for each request that was sent, in order; the last one succeeded.</summary>
    public IReadOnlyList<ContactsAttempt> Attempts { get; init; } = [];
}

/// <summary>A result with the details of its response.</summary>
/// <typeparam name="T">The type of the operation's result.</typeparam>
/// <param name="value">The result.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="requestId">The request id.</param>
public sealed class ContactsResponse<T>(T value, int status, string? requestId = null) : ContactsResponse(status, requestId)
{
    /// <summary>The result.</summary>
    public T Value { get; } = value;
}
