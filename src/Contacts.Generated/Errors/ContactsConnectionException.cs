namespace Contacts.Generated;

/// <summary>There was no complete answer: the connection could not be made, or it broke before the whole response had come.</summary>
public sealed class ContactsConnectionException : ContactsException
{
    /// <summary>Makes the exception; tests of an application may do so too.</summary>
    /// <param name="requestId">The id that was sent with the request, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause. One whose text quotes what the server sent is replaced by one that does not.</param>
    public ContactsConnectionException(string? requestId = null, Exception? innerException = null)
        : base(requestId, SafeInnerException.ForTransport(innerException))
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <summary>Whether a handler of the application was kept from sending the request again.</summary>
    internal bool IsRepeated { get; init; }

    internal override string Summary => IsRepeated
        ? "A handler of the HttpClient wanted to send the request a second time, which was refused, since the service may have done already what was asked"
        : "The service could not be reached, or the connection broke before the whole answer had come";

    internal override string Advice => IsRepeated
        ? "Take the handler that repeats requests out of this client, which tries again by itself where that does no harm. Whether the service has done what was asked is unknown."
        : "Check GatewayUrl, the network and a proxy in between; the inner exception has the cause. Whether the service has done what was asked is unknown.";
}
