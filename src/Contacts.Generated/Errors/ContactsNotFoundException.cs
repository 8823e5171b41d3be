namespace Contacts.Generated;

/// <summary>There is no such object, or not for this credential: 404, 410, or a 400 whose message is "Not Found", which is how the service reports a missing contact.</summary>
public sealed class ContactsNotFoundException : ContactsApiException
{
    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own error code; dropped when it does not look like one.</param>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsNotFoundException(int status = 404, string? code = null, string? requestId = null, Exception? innerException = null)
        : base(status, code, requestId, innerException)
    {
    }

    internal override string Advice => StatusAdvice.NotFound;
}
