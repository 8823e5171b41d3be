using System.Net.Http.Headers;

namespace Contacts.Generated;

/// <summary>A request as it goes on the wire. It creates a message for each attempt, since a message can only be sent once.</summary>
internal abstract class PipelineRequest
{
    public required string Operation { get; init; }

    public required HttpMethod Method { get; init; }

    public abstract Uri Address { get; }

    /// <summary>Where to put the secret of this request; null for the service's usual place.</summary>
    public virtual SecurityPlan? Security => null;

    /// <summary>Whether the contract says that a part may come although the whole was asked for (206).</summary>
    public virtual bool AllowsPartialContent => false;

    /// <summary>The path as the contract has it, which is safe to log; null for the caller's own request.</summary>
    public string? UrlTemplate { get; init; }

    public required bool IsIdempotent { get; init; }

    /// <summary>Whether a second attempt would send the same bytes.</summary>
    public virtual bool CanReplay => true;

    /// <summary>Whether this is an upload or a download, which is limited by its idle time rather than by its duration.</summary>
    public bool IsTransfer { get; init; }

    /// <summary>Creates the message of one attempt.</summary>
    /// <param name="onProgress">Called whenever bytes of a transfer have moved; null for other requests.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    public abstract ValueTask<HttpRequestMessage> CreateMessageAsync(Action? onProgress, CancellationToken cancellationToken);

    /// <summary>Adds the values that the caller put into this request and nobody else should read.</summary>
    public abstract void AddSecrets(Redactor redactor);

    /// <summary>
    /// Whether the service is known not to have processed the failed attempt, so that even a request that is not idempotent may be sent
    /// again.
    /// </summary>
    public virtual bool WasNotProcessed(HttpRequestMessage? message) => false;

    /// <summary>Whether the next attempt leaves out what the service refused, so that it is worth making at once.</summary>
    public virtual bool ChangesAfter(ContactsException error) => false;
}

/// <summary>An operation's request without a body, or with one of known length.</summary>
internal sealed class BytesRequest(OperationRequest operation, Uri address, RequestBody? body, byte[]? bytes) : PipelineRequest
{
    private static readonly MediaTypeHeaderValue _json = new(RequestBody.Json);

    public override Uri Address => address;

    public override SecurityPlan? Security => operation.Descriptor.Security;

    public override bool AllowsPartialContent => operation.AllowsPartialContent;

    /// <summary>A request whose body never left cannot have been processed, such as when no connection could be made.</summary>
    public override bool WasNotProcessed(HttpRequestMessage? message) => message?.Content is AttemptBytes { WasWritten: false };

    public override void AddSecrets(Redactor redactor)
    {
        RequestSecrets.AddOperation(redactor, operation, address);
        if (bytes is not null)
        {
            body!.AddSecrets(redactor, bytes);
        }
    }

    public override ValueTask<HttpRequestMessage> CreateMessageAsync(Action? onProgress, CancellationToken cancellationToken)
    {
        var message = new AttemptMessage(Method, address, IsIdempotent);
        operation.AddHeadersTo(message);
        if (bytes is not null)
        {
            // Never text/plain for JSON, which the gateway silently ignores, and never chunked, which breaks DELETE requests.
            message.Content = new AttemptBytes(bytes, message);
            if (body!.MediaType == RequestBody.Json)
            {
                message.Content.Headers.ContentType = _json;
            }
            else
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", body.MediaType);
            }
        }

        return new ValueTask<HttpRequestMessage>(message);
    }
}
