using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>The base class of all errors of this client, except for invalid arguments and the caller's own cancellation.</summary>
/// <remarks>
/// <see cref="Message"/>, <see cref="Exception.ToString"/> and the public properties are safe to log: they contain no text of the
/// response's body, no credential, no contact id and no query; where these came back from outside, they are replaced by "***". What the
/// service said is available through methods of the derived classes.
/// </remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
public abstract class ContactsException : Exception
{
    /// <summary>Creates the exception; its message is composed from the properties.</summary>
    /// <param name="requestId">The request id, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    protected ContactsException(string? requestId, Exception? innerException)
        : base(null, innerException) => RequestId = requestId;

    /// <summary>
    /// The request id (<c>x-request-id</c>) to give to the service's support, or <see langword="null"/> if no request was sent.
    /// </summary>
    public string? RequestId { get; }

    /// <summary>
    /// Whether the same call may succeed later: true for the statuses 408, 429, 500, 502, 503 and 504, for connection failures and for
    /// timeouts. The client has already used up its retries.
    /// </summary>
    public virtual bool IsTransient => false;

    /// <summary>The attempts of the call in order, including the last; empty if nothing was sent.</summary>
    public IReadOnlyList<ContactsAttempt> Attempts { get; internal set; } = [];

    /// <summary>What went wrong and what to do about it. Safe to log: it never contains text of the response.</summary>
    public override string Message => ErrorMessage.For(this);

    /// <summary>The name of the operation, if it is known.</summary>
    internal string? Operation { get; set; }

    /// <summary>The sentence before the details in parentheses.</summary>
    internal virtual string Summary => "The call failed";

    /// <summary>The sentence that says what to do.</summary>
    internal virtual string Advice => "";

    /// <summary>Adds the details that only a derived class has.</summary>
    internal virtual void AddFacts(ErrorMessage message)
    {
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string DebuggerText => ErrorMessage.ForDebugger(this);
}
