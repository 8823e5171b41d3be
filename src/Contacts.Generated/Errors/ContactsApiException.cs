using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>The service answered with a status that is no success. The status decides which derived class is thrown.</summary>
public class ContactsApiException : ContactsException
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _serverMessage;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _responseBody;

    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own error code; dropped when it does not look like one.</param>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsApiException(int status, string? code = null, string? requestId = null, Exception? innerException = null)
        : base(requestId, innerException)
    {
        Status = status;
        Code = LogSafe.CodeOrNull(code);
    }

    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; }

    /// <summary>
    /// The service's own error code, such as <c>40004</c> or <c>LICENSE_INVALID</c>, or <see langword="null"/>. Only what looks like a code
    /// is kept: 1 to 64 of the characters A-Z, a-z, 0-9, '_', '.' and '-', one of them a letter or a digit; and nothing that the call sent.
    /// </summary>
    public string? Code { get; }

    /// <summary>How long the service asked to wait (<c>Retry-After</c>, both forms), or <see langword="null"/> when it did not say; at most about 24.8 days.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The headers of the answer: names are case-insensitive, repeated values are joined by ", ". Cookies and credentials are left out, and of
    /// addresses (<c>Location</c>) only the host is kept. What the call sent (credentials, ids, searches, values) is replaced by "***".
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.Empty;

    /// <inheritdoc/>
    public override bool IsTransient => HttpStatus.IsTransient(Status);

    internal override string Summary => "The service answered " + HttpStatus.Describe(Status);

    internal override string Advice => StatusAdvice.For(Status);

    /// <summary>
    /// What the service says went wrong, or <see langword="null"/> when it does not say. It may name people, addresses and numbers:
    /// look at it before you log it. A method, because loggers that walk an exception read its properties.
    /// </summary>
    /// <returns>The message found in the body, at most 2,048 characters; of an HTML page the title.</returns>
    public string? GetServerMessage() => _serverMessage;

    /// <summary>
    /// The body of the answer as text, or <see langword="null"/> when there was none. It may hold personal data: look at it before you log it.
    /// A method, because loggers that walk an exception read its properties.
    /// </summary>
    /// <returns>The first 64 KiB at most; a longer body ends in a mark that says so.</returns>
    public string? GetResponseBody() => _responseBody;

    internal void SetBody(string? responseBody, string? serverMessage)
    {
        _responseBody = responseBody;
        _serverMessage = serverMessage;
    }

    internal sealed override void AddFacts(ErrorMessage message)
    {
        message.AddCode(Code);
        message.AddRetryAfter(RetryAfter);
    }
}
