namespace Contacts.Generated;

/// <summary>The service did not accept the credential (401): it is missing, wrong, expired or of another environment.</summary>
public sealed class ContactsAuthenticationException : ContactsApiException
{
    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own error code; dropped when it does not look like one.</param>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsAuthenticationException(int status = 401, string? code = null, string? requestId = null, Exception? innerException = null)
        : base(status, code, requestId, innerException)
    {
    }
}

/// <summary>The credential is known but may not do this (403). A scoped API key is never let through to contacts and notifications.</summary>
public sealed class ContactsPermissionException : ContactsApiException
{
    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own error code; dropped when it does not look like one.</param>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsPermissionException(int status = 403, string? code = null, string? requestId = null, Exception? innerException = null)
        : base(status, code, requestId, innerException)
    {
    }
}

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

/// <summary>The service did not accept what was sent (400 or 422). A bearer token that does not list the organization is answered so too.</summary>
public sealed class ContactsValidationException : ContactsApiException
{
    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own error code; dropped when it does not look like one.</param>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsValidationException(int status = 422, string? code = null, string? requestId = null, Exception? innerException = null)
        : base(status, code, requestId, innerException)
    {
    }
}

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

/// <summary>The service failed (any 5xx). See <see cref="ContactsException.IsTransient"/> for whether a later call may succeed.</summary>
public sealed class ContactsServerException : ContactsApiException
{
    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own error code; dropped when it does not look like one.</param>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsServerException(int status = 500, string? code = null, string? requestId = null, Exception? innerException = null)
        : base(status, code, requestId, innerException)
    {
    }
}
