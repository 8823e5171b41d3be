namespace Contacts.Generated;

/// <summary>The service refuses a body of this size (413).</summary>
public sealed class ContactsPayloadTooLargeException : ContactsApiException
{
    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own error code; dropped when it does not look like one.</param>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsPayloadTooLargeException(int status = 413, string? code = null, string? requestId = null, Exception? innerException = null)
        : base(status, code, requestId, innerException)
    {
    }
}
