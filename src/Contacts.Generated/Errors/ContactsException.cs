using System.Diagnostics;

namespace Contacts.Generated;

/// <summary>The base of every error of this client, but for mistakes in arguments and the caller's own cancellation.</summary>
/// <remarks>
/// <see cref="Message"/>, <see cref="Exception.ToString"/> and the public properties are safe to log: they hold no text of the response's body,
/// no credential, no contact id and no query; what of these came back from outside is replaced by "***". What the service said is read through methods where a derived class has them.
/// </remarks>
[DebuggerDisplay("{DebuggerText,nq}")]
public abstract class ContactsException : Exception
{
    /// <summary>Makes the exception; the message is composed from the properties.</summary>
    /// <param name="requestId">The id of the request at the service, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    protected ContactsException(string? requestId, Exception? innerException)
        : base(null, innerException) => RequestId = requestId;

    /// <summary>The request id to give to the service's support (<c>x-request-id</c>), or <see langword="null"/> when no request was sent.</summary>
    public string? RequestId { get; }

    /// <summary>
    /// Whether the same call may succeed later without a change: true for the statuses 408, 429, 500, 502, 503 and 504, for connection failures
    /// and for timeouts. The client has used up its retries by then.
    /// </summary>
    public virtual bool IsTransient => false;

    /// <summary>The attempts of the call in order, the last one included; empty when nothing was sent.</summary>
    public IReadOnlyList<ContactsAttempt> Attempts { get; internal set; } = [];

    /// <summary>What went wrong and what to do about it, safe to log: never text of the response.</summary>
    public override string Message => ErrorMessage.For(this);

    /// <summary>The name of the operation, where the pipeline knows it.</summary>
    internal string? Operation { get; set; }

    /// <summary>The sentence before the facts in brackets.</summary>
    internal virtual string Summary => "The call failed";

    /// <summary>The sentence that says what to do.</summary>
    internal virtual string Advice => "";

    /// <summary>The facts in brackets that only a derived class has.</summary>
    internal virtual void AddFacts(ErrorMessage message)
    {
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private string DebuggerText => ErrorMessage.ForDebugger(this);
}
