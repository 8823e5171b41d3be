namespace Contacts.Generated;

/// <summary>
/// Makes the exception for an answer that is no success. The status decides the class, with one exception: the service reports a missing
/// contact as 400 with the message "Not Found" or the code 40004. A 400 that begins with "Unauthorized" (a bearer token that does not list
/// the organization) stays what its status says: the token is valid, and asking for a new one would not help; the message names that cause.
/// </summary>
internal static class ErrorFactory
{
    private const string RequestIdHeader = "x-request-id";
    private const string NotFoundCode = "40004";

    internal static ContactsApiException Create(ErrorResponse response, Exception? cause = null)
    {
        var body = ErrorBody.Parse(response.Body, response.MediaType, response.Charset);
        var requestId = RequestIdOf(response, body);
        var exception = Create(response, body, requestId, cause);
        exception.Operation = response.Operation;
        exception.SetBody(BodyText.Decode(response.Body, response.Charset, response.BodyTruncated), body.Message);
        return exception;
    }

    private static ContactsApiException Create(ErrorResponse response, ErrorBody body, string? requestId, Exception? cause)
    {
        var status = response.Status;
        var code = response.Redactor.WholeOrNull(body.Code);
        var headers = response.Headers;
        var retryAfter = response.RetryAfter;
        return status switch
        {
            400 when IsNotFound(body) => new ContactsNotFoundException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
            400 or 422 => new ContactsValidationException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
            401 => new ContactsAuthenticationException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
            403 => new ContactsPermissionException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
            404 or 410 => new ContactsNotFoundException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
            409 => new ContactsConflictException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
            413 => new ContactsPayloadTooLargeException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
            429 => new ContactsRateLimitException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
            >= 500 and <= 599 => new ContactsServerException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
            _ => new ContactsApiException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
        };
    }

    private static bool IsNotFound(ErrorBody body) =>
        body.Code == NotFoundCode || string.Equals(body.Message, "Not Found", StringComparison.OrdinalIgnoreCase);

    /// <summary>The id that the answer echoes, if it is a harmless token; else the one that was sent, which is the caller's own.</summary>
    private static string? RequestIdOf(ErrorResponse response, ErrorBody body)
    {
        response.Headers.TryGetValue(RequestIdHeader, out var echoed);
        return LogSafe.RequestIdOrNull(echoed) ?? response.Redactor.WholeOrNull(body.RequestId) ?? response.SentRequestId;
    }
}

/// <summary>What the pipeline knows of an answer that is no success, by the time its body has been read.</summary>
internal sealed class ErrorResponse
{
    /// <summary>The HTTP status.</summary>
    internal required int Status { get; init; }

    /// <summary>The body, or the first bytes of it.</summary>
    internal ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body went on after <see cref="Body"/>.</summary>
    internal bool BodyTruncated { get; init; }

    /// <summary>The media type as the response names it, without parameters.</summary>
    internal string? MediaType { get; init; }

    /// <summary>The charset as the response names it.</summary>
    internal string? Charset { get; init; }

    /// <summary>The headers as <see cref="ResponseHeaders"/> copies them.</summary>
    internal IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.Empty;

    /// <summary>The id that the client sent; it counts when the answer names none.</summary>
    internal string? SentRequestId { get; init; }

    /// <summary>The wait that the service asked for.</summary>
    internal TimeSpan? RetryAfter { get; init; }

    /// <summary>The operation's name.</summary>
    internal string? Operation { get; init; }

    /// <summary>Takes the secrets of the call out of what the answer says.</summary>
    internal Redactor Redactor { get; init; } = Redactor.None;

    /// <summary>Copies what is needed of a response; the body has been read by the caller, up to its limit.</summary>
    internal static ErrorResponse From(
        HttpResponseMessage response,
        ReadOnlyMemory<byte> body,
        bool bodyTruncated,
        TimeProvider timeProvider,
        string? sentRequestId = null,
        string? operation = null,
        Redactor? redactor = null)
    {
        // The typed property would parse a malformed value into nothing; text is read all the same then.
        var contentType = response.Content?.Headers.ContentType;
        return new ErrorResponse
        {
            Status = (int)response.StatusCode,
            Body = body,
            BodyTruncated = bodyTruncated,
            MediaType = contentType?.MediaType,
            Charset = contentType?.CharSet,
            Headers = ResponseHeaders.Without(redactor ?? Redactor.None, ResponseHeaders.From(response)),
            SentRequestId = sentRequestId,
            RetryAfter = RetryAfterHeader.Read(response, timeProvider),
            Operation = operation,
            Redactor = redactor ?? Redactor.None,
        };
    }
}
