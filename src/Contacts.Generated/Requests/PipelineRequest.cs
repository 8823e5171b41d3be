namespace Contacts.Generated;

/// <summary>A request in the form that goes on the wire. It makes a message for each attempt, since a message is sent once.</summary>
internal abstract class PipelineRequest
{
    public required string Operation { get; init; }

    public required HttpMethod Method { get; init; }

    public abstract Uri Address { get; }

    /// <summary>The path as the contract has it: safe to log. Null for a request of the caller's own.</summary>
    public string? UrlTemplate { get; init; }

    public required bool IsIdempotent { get; init; }

    /// <summary>Whether a second attempt would send the same bytes.</summary>
    public virtual bool CanReplay => true;

    /// <summary>Whether bytes move for as long as they move: an idle limit holds instead of the limits of an ordinary call.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>Makes the message of one attempt.</summary>
    /// <param name="onProgress">Called whenever bytes of a transfer have moved.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public abstract ValueTask<HttpRequestMessage> CreateMessageAsync(Action? onProgress, CancellationToken cancellationToken);

    /// <summary>Adds what the caller put into this request, and nobody else should read.</summary>
    public abstract void AddSecrets(Redactor redactor);

    /// <summary>Whether the failed attempt is known to have left nothing at the service, so that even what is not idempotent may be sent again.</summary>
    public virtual bool WasNotProcessed(HttpRequestMessage? message) => false;

    /// <summary>Whether the next attempt leaves out what the service refused, so that it is worth making at once.</summary>
    public virtual bool ChangesAfter(ContactsException error) => false;
}
