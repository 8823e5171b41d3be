namespace Contacts.Generated;

/// <summary>An operation's request that carries a file.</summary>
internal sealed class UploadOutgoingRequest(Uri address, UploadRequest upload, ExpectContinue expectContinue, TimeProvider timeProvider)
    : OutgoingRequest
{
    private bool _asked;

    public override bool CanReplay => upload.Content.CanReplay;

    public override Uri Address => address;

    public override void AddSecrets(Redactor redactor)
    {
        RequestSecrets.AddAddress(redactor, address, UrlTemplate!);
        redactor.Add(upload.Content.FileName);
    }

    public override async ValueTask<HttpRequestMessage> CreateMessageAsync(IdleWatch? watch, CancellationToken cancellationToken)
    {
        var made = long.MaxValue;
        var message = new AttemptMessage(Method, address, IsIdempotent);
        var options = new MultipartUploadOptions
        {
            PartName = upload.PartName,
            Progress = upload.Progress,
            Moved = watch is null ? null : _ => watch.Restart(),
            Begins = () => BodyBegins(made),
            Sends = message.Sends,
        };
        var content = await MultipartUploadContent.OpenAsync(upload.Content, options, cancellationToken).ConfigureAwait(false);
        message.Content = content;
        message.Headers.TryAddWithoutValidation("Accept", "application/json");
        _asked = expectContinue.AppliesTo(content.FileLength);
        if (_asked)
        {
            message.Headers.ExpectContinue = true;
        }

        made = timeProvider.GetTimestamp();
        return message;
    }

    public override bool WasNotProcessed(HttpRequestMessage? message) => message?.Content is not MultipartUploadContent { HasSentFileBytes: true };

    public override bool IsOtherAfter(ContactsException error)
    {
        if (!_asked || error is not ContactsApiException { Status: 417 })
        {
            return false;
        }

        expectContinue.Pause();
        return true;
    }

    private void BodyBegins(long made)
    {
        if (_asked)
        {
            expectContinue.BodyBegins(made);
        }
    }
}
