using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>
/// The service reported success, but the response is not what the operation returns: another media type, broken JSON, a proxy's page.
/// </summary>
public sealed class ContactsInvalidResponseException : ContactsException
{
    /// <summary>Stands for the status of a successful response that was read before its content turned out to be wrong.</summary>
    internal const int SomeSuccess = 200;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _serverMessage;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string? _responseBody;

    /// <summary>Creates the exception; an application's tests may do so too.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="requestId">The request id, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause. If its text may quote the body, it is replaced by one that names only the position.</param>
    public ContactsInvalidResponseException(int status, string? requestId = null, Exception? innerException = null)
        : base(requestId, SafeInnerException.ForBody(innerException)) => Status = status;

    /// <summary>The HTTP status of the response, usually a 2xx.</summary>
    public int Status { get; }

    /// <summary>What the operation expects, in the SDK's own words: "a JSON object", "CSV".</summary>
    internal string? Expected { get; init; }

    /// <summary>The media type that was received.</summary>
    internal string? MediaType { get; init; }

    /// <summary>What to do, in the SDK's own words, if there is better advice than the general one.</summary>
    internal string? Remedy { get; init; }

    internal override string Summary =>
        "The service returned " + HttpStatus.Describe(Status) + ", but " + (Expected, LogSafe.MediaTypeOrNull(MediaType)) switch
        {
            (null, _) => "the body cannot be read",
            (_, null) => Expected + " was expected",
            // The media type may be right and the body still wrong.
            (_, { } mediaType) => "its " + mediaType + " body is not " + Expected,
        };

    internal override string Advice => Remedy
        ?? "Check that GatewayUrl names the gateway and that no proxy or sign-in page answers in its place; "
            + "GetResponseBody() returns what was sent.";

    /// <summary>
    /// The error message in the body, or <see langword="null"/> if there is none: a successful status may carry an error. It may contain
    /// personal data, so check it before you log it. This is a method, not a property, so that loggers that write out an exception's
    /// properties do not include it.
    /// </summary>
    /// <returns>The message found in the body, at most 2,048 characters; for an HTML page, its title.</returns>
    public string? GetServerMessage() => _serverMessage;

    /// <summary>
    /// The body of the response as text, or <see langword="null"/> if there was none or it was not kept. It may contain personal data, so
    /// check it before you log it. This is a method, not a property, so that loggers that write out an exception's properties do not
    /// include it.
    /// </summary>
    /// <returns>At most the first 64 KiB; a longer body ends with a note that says so.</returns>
    public string? GetResponseBody() => _responseBody;

    internal void SetBody(string? responseBody, string? serverMessage)
    {
        _responseBody = responseBody;
        _serverMessage = serverMessage;
    }
}
