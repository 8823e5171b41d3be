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

    internal override string Summary => "The service could not be reached, or the connection broke before the whole answer had come";

    internal override string Advice =>
        "Check GatewayUrl, the network and a proxy in between; the inner exception has the cause. Whether the service has done what was asked is unknown.";
}
