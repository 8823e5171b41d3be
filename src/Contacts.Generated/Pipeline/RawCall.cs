namespace Contacts.Generated;

/// <summary>A call of the caller's own request, whose answer is handed over unread.</summary>
internal sealed class RawCall(OutgoingRequest request, CallSettings settings, string requestId, long started, CancellationToken cancellationToken)
    : Call(request, settings, requestId, started, cancellationToken)
{
    public HttpResponseMessage? Response { get; private set; }

    public override bool IsStreaming => true;

    public override string Expected => "an answer";

    public override ValueTask<bool> AcceptAsync(ContactsPipeline pipeline, HttpResponseMessage response, IdleWatch? watch, CancellationToken cancellationToken)
    {
        Status = (int)response.StatusCode;
        Response = response;
        return new ValueTask<bool>(true);
    }
}
