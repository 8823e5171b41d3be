namespace Contacts.Generated;

/// <summary>No complete response arrived: the connection could not be made, or it broke before the response was complete.</summary>
public sealed class ContactsConnectionException : ContactsException
{
    /// <summary>Creates the exception; an application's tests may do so too.</summary>
    /// <param name="requestId">The id that was sent with the request, or <see langword="null"/>.</param>
    /// <param name="innerException">The cause. If its text quotes the server, it is replaced by one that does not.</param>
    public ContactsConnectionException(string? requestId = null, Exception? innerException = null)
        : base(requestId, SafeInnerException.ForTransport(innerException))
    {
    }

    /// <inheritdoc/>
    public override bool IsTransient => true;

    /// <summary>Whether an application's handler was stopped from sending the request again.</summary>
    internal bool IsRepeated { get; init; }

    internal override string Summary => IsRepeated
        ? "A handler of the HttpClient tried to send the request a second time, which was refused, since the service may have processed it "
            + "already"
        : "The service could not be reached, or the connection broke before the whole response had arrived";

    internal override string Advice => IsRepeated
        ? "Remove the handler that repeats requests from this client, which retries by itself where that is safe. "
            + "Whether the service processed the request is unknown."
        : "Check GatewayUrl, the network and any proxy in between; the inner exception has the cause. "
            + "Whether the service processed the request is unknown.";
}
