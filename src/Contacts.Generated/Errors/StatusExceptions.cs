namespace Contacts.Generated;

// A class for each kind of status. They add nothing to the base class but a name to catch.

/// <summary>The service did not accept the credential (401): it is missing, wrong, expired or belongs to another environment.</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsAuthenticationException(
    int status = 401, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>The credential is valid but is not allowed to do this (403). Scoped API keys never reach contacts and notifications.</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsPermissionException(
    int status = 403, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>
/// The object does not exist, or not for this credential: 404, 410, or a 400 with the message "Not Found" or the code 40004, which is how
/// older services report a missing contact.
/// </summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsNotFoundException(
    int status = 404, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException)
{
    internal override string Advice => StatusAdvice.NotFound;
}

/// <summary>The call conflicts with the current state of the object (409).</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsConflictException(
    int status = 409, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>
/// The service did not accept the values that were sent (400 or 422), or the bearer token does not list the organization (400).
/// </summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsValidationException(
    int status = 422, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>The body is larger than the service accepts (413).</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsPayloadTooLargeException(
    int status = 413, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);

/// <summary>
/// Too many calls in too short a time (429). <see cref="ContactsApiException.RetryAfter"/> says how long to wait, if the service does.
/// </summary>
/// <remarks>
/// After a 429 a client holds back all calls with the same credential. A call whose time limit would end before the wait fails with this
/// exception at once, without a request.
/// </remarks>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsRateLimitException(
    int status = 429, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException)
{
    /// <summary>Whether the service refused another call, and this one sent nothing because of that.</summary>
    internal bool IsHeldBack { get; init; }

    internal override string Summary => IsHeldBack
        ? $"The service refused an earlier call with {HttpStatus.Describe(Status)}, and accepts this one too late for its time limit: no "
            + $"{(Attempts.Count == 0 ? "" : "further ")}request was sent"
        : base.Summary;
}

/// <summary>The service failed (any 5xx). <see cref="ContactsException.IsTransient"/> says whether a later call may succeed.</summary>
/// <inheritdoc cref="ContactsApiException(int, string?, string?, Exception?)"/>
public sealed class ContactsServerException(
    int status = 500, string? code = null, string? requestId = null, Exception? innerException = null)
    : ContactsApiException(status, code, requestId, innerException);
