namespace Contacts.Generated;

/// <summary>
/// Creates the exception for an unsuccessful response. The status decides the class, with one exception: older services report a missing
/// contact as 400 with the message "Not Found" or the code 40004. The 400 for a bearer token that does not list the organization remains a
/// validation error: the token itself is valid, and renewing it would not help; the message names that cause.
/// </summary>
internal static class ErrorFactory
{
    private const string RequestIdHeader = "x-request-id";
    private const string NotFoundCode = "40004";

    public static ContactsApiException Create(ErrorResponse response, Exception? cause = null)
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
            400 when IsNotFound(body) =>
                new ContactsNotFoundException(status, code, requestId, cause) { Headers = headers, RetryAfter = retryAfter },
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

    /// <summary>The id that the response echoes, if it looks like one, or else the id that was sent.</summary>
    private static string? RequestIdOf(ErrorResponse response, ErrorBody body)
    {
        response.Headers.TryGetValue(RequestIdHeader, out var echoed);
        return LogSafe.RequestIdOrNull(echoed) ?? response.Redactor.WholeOrNull(body.RequestId) ?? response.SentRequestId;
    }
}

/// <summary>What the pipeline knows about an unsuccessful response once its body has been read.</summary>
internal sealed class ErrorResponse
{
    /// <summary>The HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>The body, or its beginning.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Whether the body continues after <see cref="Body"/>.</summary>
    public bool BodyTruncated { get; init; }

    /// <summary>The media type of the response, without parameters.</summary>
    public string? MediaType { get; init; }

    /// <summary>The charset of the response.</summary>
    public string? Charset { get; init; }

    /// <summary>The headers as <see cref="ResponseHeaders"/> copies them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.Empty;

    /// <summary>The request id that the client sent, used if the response has none.</summary>
    public string? SentRequestId { get; init; }

    /// <summary>How long the service asked to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The operation's name.</summary>
    public string? Operation { get; init; }

    /// <summary>Removes the call's secrets from what the response says.</summary>
    public Redactor Redactor { get; init; } = Redactor.None;

    /// <summary>Copies what is needed from a response whose body the caller has read, up to its limit.</summary>
    public static ErrorResponse From(
        HttpResponseMessage response,
        ReadOnlyMemory<byte> body,
        bool bodyTruncated,
        TimeProvider timeProvider,
        string? sentRequestId = null,
        string? operation = null,
        Redactor? redactor = null)
    {
        // Null if the header is malformed; the body is still read as text.
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
