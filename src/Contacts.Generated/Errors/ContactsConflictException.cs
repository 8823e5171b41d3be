namespace Contacts.Generated;

/// <summary>The call does not fit the present state of the object (409).</summary>
public sealed class ContactsConflictException : ContactsApiException
{
    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own error code; dropped when it does not look like one.</param>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsConflictException(int status = 409, string? code = null, string? requestId = null, Exception? innerException = null)
        : base(status, code, requestId, innerException)
    {
    }
}
