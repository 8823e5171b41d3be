namespace Contacts.Generated;

/// <summary>A result with the details of the response that brought it.</summary>
/// <typeparam name="T">The operation's result.</typeparam>
/// <param name="value">The result.</param>
/// <param name="status">The HTTP status.</param>
/// <param name="requestId">The request id.</param>
public sealed class ContactsResponse<T>(T value, int status, string? requestId = null)
{
    /// <summary>The result.</summary>
    public T Value { get; } = value;

    /// <summary>The HTTP status, a 2xx.</summary>
    public int Status { get; } = status;

    /// <summary>The request id that the service echoed, or that was sent if it echoed none: what to give the vendor's support.</summary>
    public string? RequestId { get; } = requestId;

    /// <summary>The response's headers; names are not case-sensitive, repeated values are joined by ", ". Cookies and credentials are left out, and what the call sent is replaced by "***".</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.Empty;

    /// <summary>A receipt for each request that was sent, in order; the last one succeeded.</summary>
    public IReadOnlyList<ContactsAttempt> Attempts { get; init; } = [];
}
