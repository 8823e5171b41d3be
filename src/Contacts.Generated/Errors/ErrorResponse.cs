namespace Contacts.Generated;

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
            RetryAfter = RetryAfterParser.Read(response, timeProvider),
            Operation = operation,
            Redactor = redactor ?? Redactor.None,
        };
    }
}
