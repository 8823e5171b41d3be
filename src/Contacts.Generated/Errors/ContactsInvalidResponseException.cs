using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>The service reported a success, but its answer is not what the operation returns: another media type, broken JSON, a page of a proxy.</summary>
public sealed class ContactsInvalidResponseException : ContactsException
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _serverMessage;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _responseBody;

    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause. One whose text may quote the body is replaced by one that names only the place.</param>
    public ContactsInvalidResponseException(int status, string? requestId = null, Exception? innerException = null)
        : base(requestId, SafeInnerException.ForBody(innerException)) => Status = status;

    /// <summary>The HTTP status of the answer, as a rule a 2xx.</summary>
    public int Status { get; }

    /// <summary>What the operation expects, in the SDK's words: "a JSON object", "CSV".</summary>
    internal string? Expected { get; init; }

    /// <summary>The media type that came.</summary>
    internal string? MediaType { get; init; }

    /// <summary>What to do, in the SDK's words, where the caller of this constructor knows better than the general sentence.</summary>
    internal string? Remedy { get; init; }

    internal override string Summary =>
        "The service answered " + HttpStatus.Describe(Status) + ", but " + (Expected, LogSafe.MediaTypeOrNull(MediaType)) switch
        {
            (null, _) => "the body cannot be read",
            (_, null) => Expected + " was expected",
            // The type that came may be the right one, and the body not.
            (_, { } mediaType) => "what came as " + mediaType + " is not " + Expected,
        };

    internal override string Advice => Remedy
        ?? "Check that GatewayUrl names the gateway and that no proxy or sign-in page answers in its place; GetResponseBody() has what came.";

    /// <summary>
    /// What the body says went wrong, or <see langword="null"/> when it does not say: a success may carry an error. It may name people,
    /// addresses and numbers: look at it before you log it. A method, because loggers that walk an exception read its properties.
    /// </summary>
    /// <returns>The message found in the body, at most 2,048 characters; of an HTML page the title.</returns>
    public string? GetServerMessage() => _serverMessage;

    /// <summary>
    /// The body of the answer as text, or <see langword="null"/> when there was none or it was not kept. It may hold personal data: look at it
    /// before you log it. A method, because loggers that walk an exception read its properties.
    /// </summary>
    /// <returns>The first 64 KiB at most; a longer body ends in a mark that says so.</returns>
    public string? GetResponseBody() => _responseBody;

    internal void SetBody(string? responseBody, string? serverMessage)
    {
        _responseBody = responseBody;
        _serverMessage = serverMessage;
    }
}
