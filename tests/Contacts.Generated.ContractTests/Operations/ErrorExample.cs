namespace Contacts.Generated.ContractTests;

/// <summary>What becomes of an error example: facts that the contract tells in prose only.</summary>
internal sealed record ErrorExample(string? Code, string? Message, Type Class)
{
    private static readonly Dictionary<string, (string? Code, string? Message)> _facts = new()
    {
        ["ErrorBadRequestCode"] = ("40000", "Invalid request"),
        ["ErrorBadRequestNotFound"] = (null, "Not Found"),
        ["ErrorBadRequestOrganization"] = (null, "Bad Request - organization_id not found in user organizations"),
        ["ErrorBadRequestNested"] = ("3", "The e-mail address is not valid"),
        ["ErrorBadRequestStatus"] = ("VALIDATION_FAILED", "limit must be a number"),
        ["ErrorBadRequestNoFile"] = ("99999", "No file uploaded"),
        ["ErrorUnauthorizedNone"] = (null, "Unauthorized - API key or Access Token required"),
        ["ErrorUnauthorizedToken"] = (null, "Unauthorized - Invalid token"),
        ["ErrorUnauthorizedJwt"] = (null, "Unauthorized - Invalid JWT"),
        ["ErrorUnauthorizedApiKey"] = (null, "Invalid API key"),
        ["ErrorUnauthorizedCode"] = ("40001", "Unauthorized"),
        ["ErrorForbiddenToken"] = (null, "Forbidden - the organization is not accessible"),
        ["ErrorForbiddenApiKey"] = (null, "Invalid API path: allowed are messages, boards, channels, touchpoints and campaigns"),
        ["ErrorForbiddenCode"] = ("40003", "Insufficient permission"),
        ["ErrorForbiddenTextCode"] = ("LICENSE_INVALID", "The licence does not cover this"),
        ["ErrorNotFoundCode"] = ("40004", "Not found"),
        ["ErrorNotFoundMessage"] = (null, "Not Found"),
        ["ErrorNotFoundDetail"] = (null, "Not found"),
        ["ErrorNotFoundText"] = (null, "404 Not Found"),
        ["ErrorNotFoundHtml"] = (null, "Error"),
        ["ErrorConflict"] = (null, "The contact was modified"),
        ["ErrorPayloadTooLarge"] = (null, "The file is too large"),
        ["ErrorPayloadTooLargeHtml"] = (null, "413 Request Entity Too Large"),
        ["ErrorUnprocessableField"] = ("40000", "The e-mail address is not valid"),
        ["ErrorUnprocessableDetail"] = (null, "The e-mail address is not valid"),
        ["ErrorTooManyRequests"] = (null, "Too many requests"),
        ["ErrorTooManyRequestsText"] = (null, "Too many requests, please try again later."),
        ["ErrorServerCode"] = ("99999", "Service Unavailable"),
        ["ErrorServerToken"] = (null, "Internal Server Error"),
        ["ErrorServerApiKey"] = (null, "An error occurred during authentication"),
        ["ErrorServerNested"] = ("UPSTREAM_FAILED", "The upstream service failed"),
        ["ErrorServerText"] = (null, "Error occurred while trying to reach the service"),
        ["ErrorServerHtml"] = (null, "502 Bad Gateway"),
    };

    public static ErrorExample Of(int status, ContractExample example)
    {
        var (code, message) = _facts.TryGetValue(example.Component, out var facts)
            ? facts
            : throw new NotSupportedException(
                $"The contract has the error example {example.Component}; say here which code and message must be read from it.");
        return new ErrorExample(
            code, message, example.Component == "ErrorBadRequestNotFound" ? typeof(ContactsNotFoundException) : ClassOf(status));
    }

    private static Type ClassOf(int status) => status switch
    {
        400 or 422 => typeof(ContactsValidationException),
        401 => typeof(ContactsAuthenticationException),
        403 => typeof(ContactsPermissionException),
        404 => typeof(ContactsNotFoundException),
        409 => typeof(ContactsConflictException),
        413 => typeof(ContactsPayloadTooLargeException),
        429 => typeof(ContactsRateLimitException),
        >= 500 => typeof(ContactsServerException),
        _ => throw new NotSupportedException($"The contract declares the status {status}; say here which exception it must become."),
    };
}
