using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>The service returned an unsuccessful status, which decides which derived class is thrown.</summary>
public class ContactsApiException : ContactsException
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _serverMessage;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _responseBody;

    /// <summary>Creates the exception; an application's tests may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's own error code; ignored if it does not look like one.</param>
    /// <param name="requestId">The request id, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public ContactsApiException(int status, string? code = null, string? requestId = null, Exception? innerException = null)
        : base(requestId, innerException)
    {
        Status = status;
        Code = LogSafe.CodeOrNull(code);
    }

    /// <summary>The HTTP status of the response.</summary>
    public int Status { get; }

    /// <summary>
    /// The service's own error code, such as <c>40004</c> or <c>LICENSE_INVALID</c>, or <see langword="null"/>. Only what looks like a code
    /// is kept: 1 to 64 characters from A-Z, a-z, 0-9, '_', '.' and '-', at least one of them a letter or a digit, and nothing that the
    /// call sent.
    /// </summary>
    public string? Code { get; }

    /// <summary>
    /// How long the service asked to wait (<c>Retry-After</c>, in seconds or as a date), at most about 24.8 days, or <see langword="null"/>
    /// if it did not say.
    /// </summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The headers of the response. Names are case-insensitive; repeated values are joined by ", ". Cookies and credentials are left out,
    /// and addresses (<c>Location</c>) are reduced to their host. Values that the call sent (credentials, ids, search terms, field values)
    /// are replaced by "***".
    /// </summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ResponseHeaders.Empty;

    /// <inheritdoc/>
    public override bool IsTransient => HttpStatus.IsTransient(Status);

    internal override string Summary => "The service returned " + HttpStatus.Describe(Status);

    internal override string Advice => StatusAdvice.For(Status);

    /// <summary>
    /// The service's own error message, or <see langword="null"/> if it sent none. It may contain personal data, so check it before you log
    /// it. This is a method, not a property, so that loggers that write out an exception's properties do not include it.
    /// </summary>
    /// <returns>The message found in the body, at most 2,048 characters; for an HTML page, its title.</returns>
    public string? GetServerMessage() => _serverMessage;

    /// <summary>
    /// The body of the response as text, or <see langword="null"/> if there was none. It may contain personal data, so check it before you
    /// log it. This is a method, not a property, so that loggers that write out an exception's properties do not include it.
    /// </summary>
    /// <returns>At most the first 64 KiB; a longer body ends with a note that says so.</returns>
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
