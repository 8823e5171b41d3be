namespace Contacts.Generated;

/// <summary>An operation's request that carries a file.</summary>
internal sealed class UploadOutgoingRequest(Uri address, UploadRequest upload) : OutgoingRequest
{
    public override bool CanReplay => upload.Content.CanReplay;

    public override async ValueTask<HttpRequestMessage> CreateMessageAsync(IdleWatch? watch, CancellationToken cancellationToken)
    {
        var options = new MultipartUploadOptions
        {
            PartName = upload.PartName,
            Progress = upload.Progress,
            Moved = watch is null ? null : _ => watch.Restart(),
        };
        var message = new HttpRequestMessage(Method, address)
        {
            Content = await MultipartUploadContent.OpenAsync(upload.Content, options, cancellationToken).ConfigureAwait(false),
        };
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        return message;
    }

    public override bool WasNotProcessed(HttpRequestMessage? message) => message?.Content is not MultipartUploadContent { HasSentFileBytes: true };
}
