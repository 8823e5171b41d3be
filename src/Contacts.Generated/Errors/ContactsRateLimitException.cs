namespace Contacts.Generated;

/// <summary>Too many calls in too short a time (429). <see cref="ContactsApiException.RetryAfter"/> says how long to wait, where the service does.</summary>
public sealed class ContactsRateLimitException : ContactsApiException
{
    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own error code; dropped when it does not look like one.</param>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsRateLimitException(int status = 429, string? code = null, string? requestId = null, Exception? innerException = null)
        : base(status, code, requestId, innerException)
    {
    }
}
