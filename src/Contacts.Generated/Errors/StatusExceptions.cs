namespace Contacts.Generated;

// What the statuses mean, a class each. They add nothing to the base class but their names, which callers catch by.

/// <summary>The service did not accept the credential (401): it is missing, wrong, expired or of another environment.</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsAuthenticationException(int status = 401, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>The credential is known but may not do this (403). A scoped API key is never let through to contacts and notifications.</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsPermissionException(int status = 403, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>There is no such object, or not for this credential: 404, 410, or a 400 whose message is "Not Found", which is how the service reports a missing contact.</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsNotFoundException(int status = 404, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException)
{
    internal override string Advice => StatusAdvice.NotFound;
}

/// <summary>The call does not fit the present state of the object (409).</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsConflictException(int status = 409, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>The service did not accept what was sent (400 or 422). A bearer token that does not list the organization is answered so too.</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsValidationException(int status = 422, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>The service refuses a body of this size (413).</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsPayloadTooLargeException(int status = 413, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>Too many calls in too short a time (429). <see cref="ContactsApiException.RetryAfter"/> says how long to wait, where the service does.</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsRateLimitException(int status = 429, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>The service failed (any 5xx). See <see cref="ContactsException.IsTransient"/> for whether a later call may succeed.</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsServerException(int status = 500, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);
